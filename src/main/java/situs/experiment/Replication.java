package situs.experiment;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import situs.audit.Auditor;
import situs.audit.Charge;
import situs.audit.Findings;
import situs.audit.Seen;
import situs.bill.Bill;
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
    Observations seen =
        Simulation.run(
            scenario, placement, replication, boundaries, Auditor.watched(scenario, contracts));
    Bill bill = Billing.bill(scenario, placement, seen);
    Findings findings =
        Auditor.audit(
            scenario, contracts, placement, seen(scenario, contracts, placement, seen, bill));
    Bill whole = bill.with(Dues.lines(contracts, findings.obligations()));
    return new Run(replication, seen, whole, Footprints.of(scenario, placement, seen), findings);
  }

  /** What of a run contracts ask for. */
  public static Seen seen(
      Scenario scenario,
      Contracts contracts,
      Placement placement,
      Observations observations,
      Bill bill) {
    Map<String, NavigableMap<Double, Integer>> rented = new HashMap<>();
    placement.placed().forEach(placed -> rented.put(placed.id(), observations.rented(placed)));
    List<Instant> boundaries = Auditor.boundaries(scenario, contracts);
    List<Charge> charges = Charges.of(scenario, placement, bill, boundaries);
    return new Seen(observations.routes(), charges, rented);
  }
}
