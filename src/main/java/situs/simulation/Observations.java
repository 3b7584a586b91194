package situs.simulation;

import java.util.List;
import java.util.Optional;
import situs.model.Placed;
import situs.model.RouteUse;

/**
 * What one replication saw within the measured window. Lists are in a fixed order: that of the
 * scenario and the placement.
 *
 * @param windowS length of the measured window, seconds
 * @param simulatedCalls model calls that ended in the whole run, warm-up included
 * @param flows who came to each pool of requests or sessions, and who left
 */
public record Observations(
    double windowS,
    List<PoolUse> pools,
    List<RouteUse> routes,
    List<LatencyCell> latencies,
    List<WorkloadCount> counts,
    long simulatedCalls,
    List<PoolFlow> flows) {

  /** Without flows. */
  public Observations(
      double windowS,
      List<PoolUse> pools,
      List<RouteUse> routes,
      List<LatencyCell> latencies,
      List<WorkloadCount> counts,
      long simulatedCalls) {
    this(windowS, pools, routes, latencies, counts, simulatedCalls, List.of());
  }

  /** How a placed component was used; empty where it was not seen. */
  public Optional<PoolUse> of(Placed placed) {
    return pools.stream().filter(use -> use.placement().equals(placed.id())).findFirst();
  }
}
