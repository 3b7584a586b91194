/** Contracts as they are drafted: the cases that they are held to. Knows nothing of scenarios. */
@NullMarked
package situs.drafting;

import org.jspecify.annotations.NullMarked;
