package situs.experiment;

import java.util.List;
import java.util.Optional;
import situs.model.Metric;
import situs.stats.Estimate;
import situs.stats.Latencies;

/**
 * A mean latency as it was estimated before a run, and as the run showed it.
 *
 * @param simulatedS mean over replications
 * @param p95S of all replications together
 */
public record Expected(
    String workload, Metric metric, double estimatedS, Estimate simulatedS, double p95S) {

  /** How much more the estimate is, as a part of what was simulated. */
  public double error() {
    return estimatedS / simulatedS.mean() - 1;
  }

  /** Of what a round's plan promised; what was never measured is left out. */
  public static List<Expected> of(Round round) {
    return round.promise().expected().stream()
        .flatMap(e -> of(round.result(), e.workload(), e.metric(), e.seconds()).stream())
        .toList();
  }

  private static Optional<Expected> of(
      StrategyResult result, String workload, Metric metric, double estimatedS) {
    List<Latencies> runs =
        result.runs().stream()
            .map(run -> Cells.merged(run, workload, metric, LatencyRow.ALL))
            .filter(latencies -> latencies.count() > 0)
            .toList();
    return Estimate.of(runs.stream().map(Latencies::mean).toList())
        .map(
            mean ->
                new Expected(
                    workload, metric, estimatedS, mean, Cells.merged(runs).quantile(0.95)));
  }
}
