package situs.placement;

import java.util.List;
import situs.model.Metric;
import situs.model.Placement;

/**
 * An optimum with what it says of a run that it has not seen.
 *
 * @param usdPerDay rent and transfer
 * @param reached of the goal
 * @param inTime whether all demand is carried by lanes whose mean keeps the objectives
 * @param proof how far the cost is proven, in words
 * @param expected mean latencies
 * @param extent how much of everything it has
 */
public record Promise(
    Placement placement,
    double usdPerDay,
    Reached reached,
    boolean inTime,
    String proof,
    List<Expectation> expected,
    Extent extent) {

  /**
   * A mean latency by the queueing estimate.
   *
   * @param seconds mean over all that the workload asks, at the planned loads, hour by hour
   * @param fullS the same where every pool is as full as it may be, and no pool as full is quicker:
   *     by this lanes are judged
   */
  public record Expectation(String workload, Metric metric, double seconds, double fullS) {}

  public Promise {
    expected = List.copyOf(expected);
  }
}
