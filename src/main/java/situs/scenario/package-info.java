/** Scenario files: YAML to validated values, with every error in one pass. */
@NullMarked
package situs.scenario;

import org.jspecify.annotations.NullMarked;
