package situs.experiment;

import java.util.List;
import java.util.Optional;
import situs.stats.Paired;

/** Differences between any two strategies of an experiment, replication by replication. */
public final class Pairs {
  private final Experiment experiment;
  private final List<String> strategies;

  public Pairs(Experiment experiment) {
    this.experiment = experiment;
    this.strategies = experiment.results().stream().map(StrategyResult::strategy).toList();
  }

  /** First minus second; empty where one is none of them, or has no value. */
  public Optional<Paired> difference(String first, String second, Criterion criterion) {
    int a = strategies.indexOf(first);
    int b = strategies.indexOf(second);
    return a < 0 || b < 0 ? Optional.empty() : Samples.of(experiment, criterion).paired(a, b);
  }
}
