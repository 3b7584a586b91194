package situs.experiment;

import java.util.List;

/**
 * One replication of one strategy.
 *
 * @param summary of this replication alone
 */
public record RunRow(int replication, Summary summary) {

  /** One row a replication. */
  public static List<RunRow> of(Experiment experiment) {
    return experiment.results().stream()
        .flatMap(result -> result.runs().stream().map(run -> of(experiment, result, run)))
        .toList();
  }

  private static RunRow of(Experiment experiment, StrategyResult result, Run run) {
    StrategyResult alone = new StrategyResult(result.strategy(), result.placement(), List.of(run));
    return new RunRow(run.replication(), Summary.of(experiment, alone));
  }
}
