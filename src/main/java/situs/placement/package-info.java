/** Options and strategies: what to place where. */
@NullMarked
package situs.placement;

import org.jspecify.annotations.NullMarked;
