package situs.experiment;

import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.Scenario;

/**
 * Makes replications of placements of one scenario under its contracts. A pure function of its
 * arguments, called from several threads at once.
 */
@FunctionalInterface
public interface Replicator {

  /**
   * @param replication counted from 1; it selects the random streams
   */
  Run replicate(Placement placement, int replication);

  /** Makes what all replications of a scenario share. */
  @FunctionalInterface
  interface Maker {
    Replicator of(Scenario scenario, Contracts contracts);
  }
}
