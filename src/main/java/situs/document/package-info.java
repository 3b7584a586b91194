/**
 * YAML text as a tree with positions, units, nearest names, and issues that name the place, the
 * value and the way out. Knows nothing of scenarios.
 */
@NullMarked
package situs.document;

import org.jspecify.annotations.NullMarked;
