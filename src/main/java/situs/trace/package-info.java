/** Recorded requests: read row by row, described, and fitted. */
@NullMarked
package situs.trace;

import org.jspecify.annotations.NullMarked;
