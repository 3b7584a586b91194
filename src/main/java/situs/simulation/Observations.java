package situs.simulation;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import situs.model.Placed;
import situs.model.RouteUse;

/**
 * What one replication saw within the measured window. Lists are in a fixed order: that of the
 * scenario and the placement.
 *
 * @param windowS length of the measured window, seconds
 * @param simulatedCalls model calls that ended in the whole run, warm-up included
 * @param flows who came to each pool of requests or sessions, and who left
 * @param metered what is paid by use, apart in each stretch between two boundaries
 */
public record Observations(
    double windowS,
    List<PoolUse> pools,
    List<RouteUse> routes,
    List<LatencyCell> latencies,
    List<WorkloadCount> counts,
    long simulatedCalls,
    List<PoolFlow> flows,
    List<MeteredUse> metered) {

  /** Without flows, and metered as a whole. */
  public Observations(
      double windowS,
      List<PoolUse> pools,
      List<RouteUse> routes,
      List<LatencyCell> latencies,
      List<WorkloadCount> counts,
      long simulatedCalls) {
    this(windowS, pools, routes, latencies, counts, simulatedCalls, List.of(), List.of());
  }

  /** How a placed component was used; empty where it was not seen. */
  public Optional<PoolUse> of(Placed placed) {
    return pools.stream().filter(use -> use.placement().equals(placed.id())).findFirst();
  }

  /**
   * Instances rented over time, each number from a second of the window on. What is paid ahead is
   * there all the time, and so is what nobody looked at.
   */
  public NavigableMap<Double, Integer> rented(Placed placed) {
    NavigableMap<Double, Integer> rented = new TreeMap<>();
    of(placed)
        .filter(use -> !placed.isPaidAhead())
        .flatMap(PoolUse::fleet)
        .map(FleetUse::steps)
        .orElse(List.of(new FleetUse.Step(0, placed.instances())))
        .forEach(step -> rented.put(step.fromS(), step.instances()));
    return rented;
  }
}
