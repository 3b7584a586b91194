package situs.experiment;

import java.time.Instant;
import java.util.List;
import situs.audit.Auditor;
import situs.audit.Findings;
import situs.bill.Billing;
import situs.bill.Footprints;
import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.Scenario;
import situs.simulation.Observations;
import situs.simulation.Simulation;

/** One replication, whole: simulate, bill, audit. */
public final class Replication {
  private Replication() {}

  /** A {@link Replicator}. */
  public static Run of(
      Scenario scenario, Contracts contracts, Placement placement, int replication) {
    List<Instant> boundaries = Auditor.boundaries(scenario, contracts);
    Observations seen = Simulation.run(scenario, placement, replication, boundaries);
    Findings findings = Auditor.audit(scenario, contracts, placement, seen.routes());
    return new Run(
        replication,
        seen,
        Billing.bill(scenario, placement, seen),
        Footprints.of(scenario, placement, seen),
        findings);
  }
}
