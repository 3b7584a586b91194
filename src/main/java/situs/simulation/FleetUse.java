package situs.simulation;

import java.util.List;

/**
 * What was rented for a pool in the measured window. An instance is rented from the moment at which
 * a replica on it begins to boot until its last replica has done its last work.
 *
 * @param steps instances rented over time; the first at the start of the window
 * @param instanceHours rented
 * @param replicaHours from the start of a replica's boot to its last work
 * @param started replicas that a schedule or an autoscaler began to boot
 * @param stopped replicas that it gave up
 * @param interruptions instances taken back by the provider while they were rented
 */
public record FleetUse(
    List<Step> steps,
    double instanceHours,
    double replicaHours,
    long started,
    long stopped,
    long interruptions) {

  /**
   * So many instances from a time on.
   *
   * @param fromS seconds from the start of the measured window
   */
  public record Step(double fromS, int instances) {}

  public FleetUse {
    steps = List.copyOf(steps);
  }
}
