/** Clauses, readings, verdicts and their reasons. Knows no party by name. */
@NullMarked
package situs.contract;

import org.jspecify.annotations.NullMarked;
