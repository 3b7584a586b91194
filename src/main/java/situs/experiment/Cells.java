package situs.experiment;

import java.util.List;
import java.util.Optional;
import situs.model.Metric;
import situs.model.Scenario;
import situs.simulation.LatencyCell;
import situs.stats.Estimate;
import situs.stats.Latencies;

/** Merges what was measured. */
public final class Cells {
  private Cells() {}

  /** One replication's latencies of a workload, from one origin or {@link LatencyRow#ALL}. */
  static Latencies merged(Run run, String workload, Metric metric, String origin) {
    return merged(
        run.observations().latencies().stream()
            .filter(cell -> cell.workload().equals(workload) && cell.metric() == metric)
            .filter(cell -> origin.equals(LatencyRow.ALL) || cell.origin().equals(origin))
            .map(LatencyCell::latencies)
            .toList());
  }

  /**
   * A quantile of a metric over all workloads of a kind, replication by replication; empty where
   * none saw any.
   */
  public static Optional<Estimate> quantile(
      Scenario scenario, StrategyResult result, String kind, Metric metric, double q) {
    return Estimate.of(
        result.runs().stream()
            .map(run -> merged(scenario, run, kind, metric))
            .filter(seen -> seen.count() > 0)
            .map(seen -> seen.quantile(q))
            .toList());
  }

  private static Latencies merged(Scenario scenario, Run run, String kind, Metric metric) {
    return merged(
        scenario.workloads().stream()
            .filter(workload -> workload.kind().equals(kind))
            .map(workload -> merged(run, workload.name(), metric, LatencyRow.ALL))
            .toList());
  }

  /** All of them together. */
  static Latencies merged(List<Latencies> parts) {
    Latencies merged = new Latencies();
    parts.forEach(merged::merge);
    return merged;
  }
}
