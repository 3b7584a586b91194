/** How fast the engine is: cases of known shape, measured on one core. */
@NullMarked
package situs.bench;

import org.jspecify.annotations.NullMarked;
