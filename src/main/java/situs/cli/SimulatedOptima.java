package situs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import situs.cli.RoundsTable.Settled;
import situs.experiment.Experimenter;
import situs.experiment.Replication;
import situs.experiment.Tightening;
import situs.optimise.Effort;
import situs.placement.Goal;
import situs.placement.Promises;
import situs.report.TableFormat;
import situs.scenario.LoadedScenario;

/** Optima held against the simulation, mixed into {@link OptimiseCommand}. */
final class SimulatedOptima {

  /** Which table is wanted. */
  enum Wanted {
    rounds,
    estimates
  }

  @Option(
      names = "--simulate",
      paramLabel = "TABLE",
      description = {
        "Simulate each optimum; where it misses an objective or a clause, plan again with more care"
            + " until it holds, and with less until no better placement is left that might hold."
            + " Prints `rounds`, or `estimates`: latencies as estimated and as simulated."
      })
  private Optional<Wanted> wanted = Optional.empty();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "15",
      description = "Plans that --simulate tries at most (default: ${DEFAULT-VALUE}).")
  private int most;

  @Option(
      names = "--replications",
      paramLabel = "N",
      description = "Of each simulation; those of the scenario by default.")
  private Optional<Integer> replications = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Replications at once; all cores by default. Results do not depend on it.")
  private int threads = Runtime.getRuntime().availableProcessors();

  boolean areWanted() {
    return wanted.isPresent();
  }

  /** Refuses numbers with which nothing would be simulated. */
  void check(CommandSpec command) {
    replications.ifPresent(n -> WrongUsage.requireAtLeast(command, 1, "--replications", n));
    WrongUsage.requireAtLeast(command, 1, "--rounds", most);
    WrongUsage.requireAtLeast(command, 1, "--threads", threads);
  }

  /** The table that is wanted, of all scenarios, and whether all optima hold. */
  record Told(String text, boolean hold) {}

  Told of(List<LoadedScenario> scenarios, Goal goal, Effort effort, TableFormat format) {
    List<Settled> all = scenarios.stream().flatMap(s -> settled(s, goal, effort).stream()).toList();
    return new Told(
        wanted.orElseThrow() == Wanted.rounds
            ? rounds(goal, all, format)
            : format.render(EstimatesTable.TABLE.with(EstimatesTable.rows(all))),
        all.stream().allMatch(s -> s.tightening().holds()));
  }

  private static String rounds(Goal goal, List<Settled> all, TableFormat format) {
    return format == TableFormat.TABLE
        ? RoundsReport.of(goal, all)
        : format.render(RoundsTable.of(goal).with(RoundsTable.rows(all)));
  }

  private List<Settled> settled(LoadedScenario loaded, Goal goal, Effort effort) {
    LoadedScenario wished = replications.map(loaded::withReplications).orElse(loaded);
    List<Regime> regimes = new ArrayList<>(List.of(new Regime(Regime.NONE, r -> false)));
    regimes.addAll(Regime.of(wished.contracts()));
    Promises promises = new Promises(wished.scenario(), wished.contracts(), effort);
    Experimenter experimenter = new Experimenter(Replication::new, threads, (done, all) -> {});
    return regimes.stream()
        .map(
            regime ->
                new Settled(
                    wished.scenario().name(),
                    regime.name(),
                    goal,
                    Tightening.of(
                        wished.scenario(),
                        wished.contracts(),
                        new Tightening.Wish("optimal", regime.readings(), goal),
                        promises,
                        experimenter,
                        most)))
        .toList();
  }
}
