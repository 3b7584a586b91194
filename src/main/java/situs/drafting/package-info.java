/** Contracts as they are drafted: cases, coverage and lint. Knows nothing of scenarios. */
@NullMarked
package situs.drafting;

import org.jspecify.annotations.NullMarked;
