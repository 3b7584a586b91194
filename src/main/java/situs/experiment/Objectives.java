package situs.experiment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import situs.model.Objective;
import situs.model.Scenario;
import situs.model.Workload;
import situs.stats.Latencies;

/** Which latency objectives were met, over all origins of a workload. */
final class Objectives {
  private Objectives() {}

  /**
   * The share of (objective, replication) pairs that were met; empty without objectives. A workload
   * whose demand was never served misses its objectives; one without demand of its own has none to
   * meet.
   */
  static Optional<Double> metShare(Scenario scenario, List<Run> runs) {
    return share(
        scenario.workloads().stream()
            .flatMap(w -> w.objectives().stream().flatMap(o -> outcomes(w, o, runs)))
            .toList());
  }

  /** The share of the replications that met one objective; empty where none could be judged. */
  static Optional<Double> metShare(Workload workload, Objective objective, List<Run> runs) {
    return share(outcomes(workload, objective, runs).toList());
  }

  private static Optional<Double> share(List<Boolean> outcomes) {
    long met = outcomes.stream().filter(Boolean::booleanValue).count();
    return outcomes.isEmpty() ? Optional.empty() : Optional.of((double) met / outcomes.size());
  }

  private static Stream<Boolean> outcomes(Workload workload, Objective objective, List<Run> runs) {
    return runs.stream().map(run -> met(run, workload, objective)).flatMap(Optional::stream);
  }

  private static Optional<Boolean> met(Run run, Workload workload, Objective objective) {
    Latencies seen = Cells.merged(run, workload.name(), objective.metric(), LatencyRow.ALL);
    if (seen.count() > 0) {
      return Optional.of(seen.quantile(objective.quantile()) <= objective.limitS());
    }
    boolean asked =
        run.observations().counts().stream()
            .anyMatch(c -> c.workload().equals(workload.name()) && c.offered() > 0);
    return asked ? Optional.of(false) : Optional.empty();
  }
}
