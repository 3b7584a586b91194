/** Scenario x strategy x replication, on all cores, and statistics over replications. */
@NullMarked
package situs.experiment;

import org.jspecify.annotations.NullMarked;
