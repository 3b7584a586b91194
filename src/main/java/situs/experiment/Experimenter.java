package situs.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.Scenario;
import situs.placement.Strategy;

/**
 * Places a scenario by each strategy and replicates each placement, on a fixed number of threads.
 * The results are in the order of the strategies and replications, whatever order they finish in. A
 * thread without a replication of its own helps with the islands of another's.
 */
public final class Experimenter {
  private final Replicator.Maker replicators;
  private final int threads;
  private final Progress progress;

  /**
   * @param threads how many replications run at once, at least 1
   */
  public Experimenter(Replicator.Maker replicators, int threads, Progress progress) {
    if (threads < 1) {
      throw new IllegalArgumentException("need a thread at least, got " + threads);
    }
    this.replicators = replicators;
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * Runs the whole experiment.
   *
   * @throws ExperimentException when a replication fails; the others are cancelled
   */
  public Experiment run(Scenario scenario, Contracts contracts, List<Strategy> strategies) {
    List<StrategyResult> placed =
        strategies.stream()
            .map(s -> new StrategyResult(s.name(), s.place(scenario, contracts), List.of()))
            .toList();
    return extended(new Experiment(scenario, contracts, placed), scenario.replications());
  }

  /**
   * The same with replications added until every strategy has so many. It does not matter in how
   * many steps an experiment was extended.
   *
   * @throws ExperimentException when a replication fails; the others are cancelled
   */
  public Experiment extended(Experiment begun, int replications) {
    Scenario scenario =
        begun
            .scenario()
            .withRun(begun.scenario().duration(), begun.scenario().seed(), replications);
    ExecutorService pool = new ForkJoinPool(threads);
    try {
      List<List<Run>> more =
          replicate(pool, new Experiment(scenario, begun.contracts(), begun.results()));
      List<StrategyResult> results = new ArrayList<>();
      for (int i = 0; i < more.size(); i++) {
        results.add(begun.results().get(i).with(more.get(i)));
      }
      return new Experiment(scenario, begun.contracts(), results);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while replications were running");
    } finally {
      pool.shutdownNow();
    }
  }

  /** The replications that each strategy lacks. */
  private List<List<Run>> replicate(ExecutorService pool, Experiment experiment)
      throws InterruptedException {
    CompletionService<Run> completions = new ExecutorCompletionService<>(pool);
    List<List<Future<Run>>> tasks = new ArrayList<>();
    Replicator replicator = replicators.of(experiment.scenario(), experiment.contracts());
    for (StrategyResult begun : experiment.results()) {
      Placement placement = begun.placement();
      List<Future<Run>> ofPlacement = new ArrayList<>();
      for (int r = begun.runs().size() + 1;
          r <= replicationsOf(experiment.scenario(), placement);
          r++) {
        int replication = r;
        ofPlacement.add(completions.submit(() -> attempt(replicator, placement, replication)));
      }
      tasks.add(ofPlacement);
    }
    waitForAll(completions, tasks.stream().mapToInt(List::size).sum());
    List<List<Run>> runs = new ArrayList<>();
    for (List<Future<Run>> ofPlacement : tasks) {
      runs.add(ready(ofPlacement));
    }
    return runs;
  }

  /** Nothing placed leaves nothing to simulate. */
  private static int replicationsOf(Scenario scenario, Placement placement) {
    return placement.placed().isEmpty() ? 0 : scenario.replications();
  }

  private static Run attempt(Replicator replicator, Placement placement, int replication) {
    try {
      return replicator.replicate(placement, replication);
    } catch (RuntimeException | Error e) {
      throw new ExperimentException(
          "strategy '" + placement.strategy() + "', replication " + replication + ": " + e, e);
    }
  }

  /** Takes the tasks in the order they finish, so that the first failure is seen at once. */
  private void waitForAll(CompletionService<Run> completions, int total)
      throws InterruptedException {
    for (int done = 1; done <= total; done++) {
      result(completions.take());
      progress.report(done, total);
    }
  }

  private static List<Run> ready(List<Future<Run>> tasks) throws InterruptedException {
    List<Run> runs = new ArrayList<>();
    for (Future<Run> task : tasks) {
      runs.add(result(task));
    }
    return runs;
  }

  private static Run result(Future<Run> task) throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ExperimentException known) {
        throw known;
      }
      throw new IllegalStateException("a replication ended in an unknown way", e.getCause());
    }
  }
}
