package situs.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.model.Component;
import situs.model.ComponentKind;
import situs.model.FrontierWorkload;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Region;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.model.Share;
import situs.model.Unplaced;
import situs.model.Workload;
import situs.placement.Ledger.Shortfall;

/**
 * From a scenario to a placement: runtimes first, then the models that they and the clients call,
 * then state stores beside the runtimes. What goes where is the allocator's.
 */
final class Planner {
  private Planner() {}

  /** Traffic is then routed as the scenario says. */
  static Placement plan(Scenario scenario, String strategy, Allocator allocator, Sizing sizing) {
    return plan(scenario, strategy, allocator, sizing, scenario.routing());
  }

  static Placement plan(
      Scenario scenario, String strategy, Allocator allocator, Sizing sizing, RoutingRule routing) {
    Options options = Options.of(scenario);
    Allocator.Context context = new Allocator.Context(scenario, options);
    Ledger ledger = new Ledger(sizing);
    List<Flow> sessions = Demand.sessions(scenario, options);
    allocator.allocate(context, sessions, ledger);
    List<Flow> calls = Demand.calls(scenario, ledger);
    allocator.allocate(context, calls, ledger);

    List<Flow> flows = new ArrayList<>(sessions);
    flows.addAll(calls);
    List<Placed> placed = new ArrayList<>();
    List<Unplaced> unplaced = new ArrayList<>();
    for (Workload workload : scenario.workloads()) {
      for (Component component : workload.components()) {
        if (component.kind() == ComponentKind.STATE) {
          addStateStores((FrontierWorkload) workload, strategy, placed, unplaced);
        } else {
          placed.addAll(pools(component, strategy, ledger));
          unplaced.addAll(unplaced(component, flows, ledger.shortfalls()));
        }
      }
    }
    return new Placement(strategy, placed, unplaced, routing, shares(ledger));
  }

  private static List<Share> shares(Ledger ledger) {
    return ledger.assignments().stream()
        .map(
            a ->
                new Share(
                    a.flow().caller().name(),
                    a.flow().origin().metro().name(),
                    a.flow().origin().runtime().map(Region::id),
                    a.option().id(),
                    a.share()))
        .toList();
  }

  /** The most loaded first. */
  private static List<Placed> pools(Component component, String strategy, Ledger ledger) {
    return ledger.inUse().stream()
        .filter(o -> o.component().equals(component))
        .sorted(Comparator.comparingDouble((Option o) -> -ledger.work(o)).thenComparing(Option::id))
        .map(o -> o.placed(ledger.instances(o), why(o, strategy, ledger)))
        .toList();
  }

  private static String why(Option option, String strategy, Ledger ledger) {
    return strategy
        + ": "
        + ledger.why(option)
        + "; "
        + option.words(ledger.work(option), ledger.instances(option), ledger.sizing());
  }

  /** One entry a reason, in the order in which they came up. */
  private static List<Unplaced> unplaced(
      Component component, List<Flow> flows, List<Shortfall> shortfalls) {
    double demand =
        flows.stream()
            .filter(f -> f.target().equals(component))
            .mapToDouble(Flow::peakPerSecond)
            .sum();
    if (demand == 0) {
      return List.of(new Unplaced(component, 0, "nothing asks for it"));
    }
    Map<String, Double> lacking = new LinkedHashMap<>();
    for (Shortfall s : shortfalls) {
      if (s.flow().target().equals(component)) {
        lacking.merge(s.reason(), s.share() * s.flow().peakPerSecond() / demand, Double::sum);
      }
    }
    List<Unplaced> unplaced = new ArrayList<>();
    lacking.forEach(
        (reason, share) -> unplaced.add(new Unplaced(component, Math.min(1, share), reason)));
    return unplaced;
  }

  private static void addStateStores(
      FrontierWorkload workload, String strategy, List<Placed> placed, List<Unplaced> unplaced) {
    List<Region> regions =
        placed.stream()
            .filter(p -> p.component().equals(workload.runtimePool()))
            .map(Placed::region)
            .distinct()
            .toList();
    String why = strategy + ": state stands in the region of its runtime";
    for (Region region : regions) {
      placed.add(
          new Placed(workload.stateStore(), region, Optional.empty(), Optional.empty(), 0, 0, why));
    }
    double lacking =
        unplaced.stream()
            .filter(u -> u.component().equals(workload.runtimePool()))
            .mapToDouble(Unplaced::share)
            .sum();
    if (regions.isEmpty() || lacking > 0) {
      unplaced.add(
          new Unplaced(workload.stateStore(), Math.min(1, lacking), "its runtime has no place"));
    }
  }
}
