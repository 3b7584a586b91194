/** Two result folders held against each other, as they were written. */
@NullMarked
package situs.difference;

import org.jspecify.annotations.NullMarked;
