package situs.experiment;

import java.util.List;
import situs.model.Metric;
import situs.model.Scenario;
import situs.simulation.LatencyCell;
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

  /** What all replications saw of a metric, over all workloads of a kind. */
  public static Latencies merged(
      Scenario scenario, StrategyResult result, String kind, Metric metric) {
    return merged(
        scenario.workloads().stream()
            .filter(workload -> workload.kind().equals(kind))
            .flatMap(
                workload ->
                    result.runs().stream()
                        .map(run -> merged(run, workload.name(), metric, LatencyRow.ALL)))
            .toList());
  }

  /** All of them together. */
  static Latencies merged(List<Latencies> parts) {
    Latencies merged = new Latencies();
    parts.forEach(merged::merge);
    return merged;
  }
}
