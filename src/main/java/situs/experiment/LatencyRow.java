package situs.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import situs.model.Metric;
import situs.model.Objective;
import situs.model.Workload;
import situs.stats.Estimate;
import situs.stats.Latencies;

/**
 * The latency of a workload's requests from one origin, through one channel.
 *
 * @param origin a metro, or {@link #ALL}
 * @param channel a seller, or {@link #ALL}
 * @param meanS mean of the replications' means, seconds
 * @param merged what all replications saw
 * @param objective where the workload has one for this metric; on rows of all origins only
 */
public record LatencyRow(
    String strategy,
    String workload,
    Metric metric,
    String origin,
    String channel,
    Estimate meanS,
    Latencies merged,
    Optional<Target> objective) {
  /** The word for the row over all origins or channels. */
  public static final String ALL = "all";

  /**
   * An objective and what became of it.
   *
   * @param objective the one with the highest quantile, where a metric has several
   * @param metShare share of the replications that kept it
   */
  public record Target(Objective objective, Optional<Double> metShare) {}

  /**
   * By strategy, workload, metric, origin and channel; combinations without a value are left out.
   */
  public static List<LatencyRow> of(Experiment experiment) {
    List<LatencyRow> rows = new ArrayList<>();
    for (StrategyResult result : experiment.results()) {
      for (Workload workload : experiment.scenario().workloads()) {
        for (Metric metric : Metric.values()) {
          origins(workload).forEach(o -> rows.addAll(channels(result, workload, metric, o)));
        }
      }
    }
    return rows;
  }

  private static Stream<String> origins(Workload workload) {
    return Stream.concat(Stream.of(ALL), workload.demand().stream().map(d -> d.metro().name()));
  }

  /** A workload has one channel: its row and the row of all channels say the same. */
  private static List<LatencyRow> channels(
      StrategyResult result, Workload workload, Metric metric, String origin) {
    List<Latencies> byRun =
        result.runs().stream()
            .map(run -> Cells.merged(run, workload.name(), metric, origin))
            .filter(latencies -> latencies.count() > 0)
            .toList();
    Optional<Estimate> mean = Estimate.of(byRun.stream().map(Latencies::mean).toList());
    if (mean.isEmpty()) {
      return List.of();
    }
    Latencies merged = Cells.merged(byRun);
    Optional<Target> target =
        origin.equals(ALL) ? target(result, workload, metric) : Optional.empty();
    return Stream.of(ALL, workload.channel().seller())
        .map(
            channel ->
                new LatencyRow(
                    result.strategy(),
                    workload.name(),
                    metric,
                    origin,
                    channel,
                    mean.get(),
                    merged,
                    target))
        .toList();
  }

  private static Optional<Target> target(StrategyResult result, Workload workload, Metric metric) {
    return workload.objectives().stream()
        .filter(o -> o.metric() == metric)
        .max(Comparator.comparingDouble(Objective::quantile))
        .map(o -> new Target(o, Objectives.metShare(workload, o, result.runs())));
  }
}
