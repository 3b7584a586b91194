package situs.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import situs.simulation.WorkloadCount;

/**
 * Sums over workloads and origins, in the measured window.
 *
 * @param offered requests of models and sessions of agent platforms that arrived
 * @param served of those
 * @param calls model calls completed, those of sessions included
 */
public record Totals(long offered, long served, long refused, long lost, long calls) {

  static Totals of(List<Run> runs) {
    return new Totals(
        sum(runs, WorkloadCount::offered),
        sum(runs, WorkloadCount::served),
        sum(runs, WorkloadCount::refused),
        sum(runs, WorkloadCount::lost),
        sum(runs, WorkloadCount::calls));
  }

  private static long sum(List<Run> runs, ToLongFunction<WorkloadCount> count) {
    return runs.stream().flatMap(r -> r.observations().counts().stream()).mapToLong(count).sum();
  }

  /** Served over offered; empty where nothing arrived. */
  public Optional<Double> servedShare() {
    return offered == 0 ? Optional.empty() : Optional.of((double) served / offered);
  }
}
