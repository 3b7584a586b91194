package situs.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import situs.model.Capacity.Scheduled;
import situs.model.ComponentKind;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Scenario;

/**
 * Instances that are rented over time by a plan: what a schedule says of them, else all that was
 * placed. What an autoscaler makes of the load only a run can tell.
 */
public final class PlannedFleets {
  private PlannedFleets() {}

  /**
   * By {@link Placed#id()}: so many from a second of the measured window on. Those that drain when
   * a schedule gives them up are taken to be gone at once.
   */
  public static Map<String, NavigableMap<Double, Integer>> of(
      Scenario scenario, Placement placement) {
    List<Placed> pools =
        placement.placed().stream()
            .filter(p -> p.component().kind() != ComponentKind.STATE && p.replicas() > 0)
            .toList();
    Map<String, FleetPart> parts = FleetPart.of(pools);
    Map<String, NavigableMap<Double, Integer>> fleets = new HashMap<>();
    for (Placed placed : pools) {
      if (!placed.isPaidAhead()
          && scenario.workload(placed.component().workload()).capacity().plan()
              instanceof Scheduled schedule) {
        fleets.put(placed.id(), scheduled(scenario, placed, schedule, parts.get(placed.id())));
      } else {
        fleets.put(placed.id(), new TreeMap<>(Map.of(0.0, placed.instances())));
      }
    }
    return fleets;
  }

  private static NavigableMap<Double, Integer> scheduled(
      Scenario scenario, Placed placed, Scheduled schedule, FleetPart part) {
    Timeline timeline = Timeline.of(scenario);
    Scaler scaler = new ScheduledScaler(schedule, part::of, scenario.starts(), timeline);
    NavigableMap<Double, Integer> rented = new TreeMap<>();
    rented.put(0.0, instances(placed, scaler.initial()));
    while (scaler.next() < timeline.endS()) {
      double at = Math.max(0, scaler.next() - timeline.measuredFromS());
      rented.put(at, instances(placed, scaler.wanted(scaler.next(), 0)));
    }
    return rented;
  }

  /** One replica at least stays. */
  private static int instances(Placed placed, int replicas) {
    return Infrastructure.instanceOf(placed, Math.max(1, replicas) - 1) + 1;
  }
}
