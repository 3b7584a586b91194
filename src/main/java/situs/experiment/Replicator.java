package situs.experiment;

import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.Scenario;

/**
 * Makes one replication of a placement. A pure function of its arguments, called from several
 * threads at once.
 */
@FunctionalInterface
public interface Replicator {

  /**
   * @param replication counted from 1; it selects the random streams
   */
  Run replicate(Scenario scenario, Contracts contracts, Placement placement, int replication);
}
