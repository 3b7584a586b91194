/** What contracts say of a placement before anything is simulated, and why. */
@NullMarked
package situs.review;

import org.jspecify.annotations.NullMarked;
