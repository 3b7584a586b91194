/** Tallies, quantile sketches, intervals and named random streams. */
@NullMarked
package situs.stats;

import org.jspecify.annotations.NullMarked;
