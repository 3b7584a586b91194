package situs.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import situs.audit.Auditor;
import situs.audit.Charge;
import situs.audit.Findings;
import situs.audit.Seen;
import situs.audit.Watch;
import situs.bill.Bill;
import situs.bill.Billing;
import situs.bill.Footprints;
import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.Scenario;
import situs.simulation.Observations;
import situs.simulation.Simulation;

/** Replications, whole: simulate, bill, audit. */
public final class Replication implements Replicator {
  private final Scenario scenario;
  private final Contracts contracts;
  private final Watch watch;

  public Replication(Scenario scenario, Contracts contracts) {
    this.scenario = scenario;
    this.contracts = contracts;
    this.watch = new Watch(scenario, contracts);
  }

  @Override
  public Run replicate(Placement placement, int replication) {
    Observations seen =
        Simulation.run(scenario, placement, replication, watch.boundaries(), watch.providers());
    Bill bill = Billing.bill(scenario, placement, seen);
    Findings findings =
        Auditor.audit(watch, placement, seen(scenario, watch, placement, seen, bill));
    Bill whole = bill.with(Dues.lines(contracts, findings.obligations()));
    return new Run(replication, seen, whole, Footprints.of(scenario, placement, seen), findings);
  }

  /** What of a run contracts ask for. */
  public static Seen seen(
      Scenario scenario, Watch watch, Placement placement, Observations observations, Bill bill) {
    Map<String, NavigableMap<Double, Integer>> rented = new HashMap<>();
    placement.placed().forEach(placed -> rented.put(placed.id(), observations.rented(placed)));
    List<Charge> charges = Charges.of(scenario, placement, bill, watch.boundaries());
    return new Seen(observations.routes(), charges, rented);
  }
}
