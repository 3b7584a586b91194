package situs.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import situs.contract.Contracts;
import situs.model.Scenario;

/**
 * A scenario with what came in its file beside it.
 *
 * @param strategies in the order of the file; empty where the file names none, which asks for all
 * @param inputs every file that was read, in the order of reading
 * @param findsWarmUp whether the length of the warm-up is to be found by pilot runs
 * @param providers that have a region, in the catalogue or here
 * @param notes what the reader of the results must know of the inputs, such as rows left out
 */
public record LoadedScenario(
    Scenario scenario,
    Contracts contracts,
    List<StrategySpec> strategies,
    List<Path> inputs,
    boolean findsWarmUp,
    List<String> providers,
    List<String> notes) {

  public LoadedScenario {
    strategies = List.copyOf(strategies);
    inputs = List.copyOf(inputs);
    providers = List.copyOf(providers);
    notes = List.copyOf(notes);
  }

  /** The same with another seed. */
  public LoadedScenario withSeed(long seed) {
    return with(scenario.withRun(scenario.duration(), seed, scenario.replications()));
  }

  /** The same with another number of replications. */
  public LoadedScenario withReplications(int replications) {
    return with(scenario.withRun(scenario.duration(), scenario.seed(), replications));
  }

  /** The same with another length of the measured window. */
  public LoadedScenario withDuration(Duration duration) {
    return with(scenario.withRun(duration, scenario.seed(), scenario.replications()));
  }

  /** The same with the warm-up settled. */
  public LoadedScenario withWarmUp(Duration length) {
    return new LoadedScenario(
        scenario.withWarmUp(length), contracts, strategies, inputs, false, providers, notes);
  }

  /** The same with demand and capacity multiplied, see {@link ScenarioScale}. */
  public LoadedScenario scaled(double factor) {
    return with(ScenarioScale.scaled(scenario, factor));
  }

  private LoadedScenario with(Scenario changed) {
    return new LoadedScenario(
        changed, contracts, strategies, inputs, findsWarmUp, providers, notes);
  }
}
