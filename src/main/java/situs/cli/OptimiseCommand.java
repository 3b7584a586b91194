package situs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.cli.OptimumTable.Budget;
import situs.cli.OptimumTable.Row;
import situs.optimise.Effort;
import situs.placement.ClauseReading;
import situs.placement.Goal;
import situs.placement.Optima;
import situs.placement.Optima.Optimum;
import situs.placement.Sought;
import situs.report.TableFormat;
import situs.scenario.LoadedScenario;

/** Says what the best placement costs under each reading. */
@Command(
    name = "optimise",
    description = {
      "Find the best placement of a scenario without clauses, under each reading of its contracts,"
          + " and under all readings at once; with what each costs more than the first.",
      "",
      "Figures are those of the plan: rent, transfer and seconds at the mean rate."
          + " `--simulate` holds them against the simulation, and plans with more care where it"
          + " misses an objective or a clause.",
      "",
      "Ten model pools or more that share nothing but instances are taken apart by prices, which"
          + " --gap and --time-limit do not reach: `proven` then means within 1 %%, and the gap is"
          + " told."
    },
    sortOptions = false,
    footerHeading =
        "%nExit codes: 0 done; 2 the command or an input is wrong; 3 some row has no placement, or none that holds, or none was found in the time.%n%n"
            + "Examples:%n",
    footer = {
      "  situs optimise scenarios/frontier-dispute.yaml",
      "  situs optimise scenarios/three-clouds.yaml --waiting-worth 40",
      "  situs optimise scenarios/three-clouds.yaml --budget 12000 --format csv",
      "  situs optimise scenarios/three-clouds.yaml --simulate rounds"
    })
final class OptimiseCommand implements Callable<Integer> {
  private static final double HOURS_PER_DAY = 24;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SCENARIO", description = "The scenario file.")
  private Path scenario;

  @ArgGroup(heading = "Instead of the least cost:%n")
  private Wish wish = new Wish();

  /** One or none of them. */
  static final class Wish {
    @Option(
        names = "--waiting-worth",
        paramLabel = "USD",
        description = "The least sum of cost and waiting, an hour of which is worth so much.")
    private Optional<Double> usdPerHour = Optional.empty();

    @Option(
        names = "--budget",
        paramLabel = "USD",
        description = "The least waiting for so many dollars a day.")
    private Optional<Double> usdPerDay = Optional.empty();
  }

  @Option(
      names = "--gap",
      paramLabel = "PERCENT",
      defaultValue = "0.01",
      description = "Stop when proven this near the best possible (default: ${DEFAULT-VALUE}).")
  private double gapPercent;

  @Mixin private TimeLimitOption limit;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of: table, csv, json, markdown (default: ${DEFAULT-VALUE}).")
  private TableFormat format;

  @Mixin private SimulatedOptima simulated;

  @Mixin private BadRowsOption badRows;

  @Override
  public Integer call() {
    simulated.check(spec);
    Goal goal = goal();
    return simulated.areWanted() ? simulate(goal) : optimise(goal);
  }

  private int simulate(Goal goal) {
    SimulatedOptima.Told told =
        simulated.of(ScenarioFiles.read(scenario, badRows.badRows()), goal, effort(), format);
    print(told.text());
    return told.hold() ? Exit.DONE : Exit.NO_PLACEMENT;
  }

  private void print(String text) {
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }

  private int optimise(Goal goal) {
    Effort effort = effort();
    List<Row> rows = new ArrayList<>();
    for (LoadedScenario loaded : ScenarioFiles.read(scenario, badRows.badRows())) {
      rows.addAll(rows(loaded, goal, effort));
    }
    print(format.render(OptimumTable.of(goal).with(rows)));
    return rows.stream().allMatch(r -> r.optimum().isPresent()) ? Exit.DONE : Exit.NO_PLACEMENT;
  }

  private static List<Row> rows(LoadedScenario loaded, Goal goal, Effort effort) {
    List<Regime> regimes = new ArrayList<>(List.of(new Regime(Regime.NONE, reading -> false)));
    regimes.addAll(Regime.of(loaded.contracts()));
    Search search = new Search(Optima.of(loaded.scenario(), loaded.contracts()), goal, effort);
    List<Sought<Optimum>> best = search.best(regimes);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < regimes.size(); i++) {
      Regime regime = regimes.get(i);
      boolean every = i > 1 && regime.name().equals(Regime.EVERY);
      rows.add(
          new Row(
              loaded.scenario().name(),
              regime.name(),
              best.get(i),
              search.budget(regime, best.get(i)),
              i == 0 ? Optional.empty() : rows.get(0).optimum(),
              every ? List.copyOf(rows.subList(1, i)) : List.of()));
    }
    return rows;
  }

  /** For the optima of one scenario. */
  private record Search(Optima optima, Goal goal, Effort effort) {

    List<Sought<Optimum>> best(List<Regime> regimes) {
      return optima.sought(regimes.stream().map(Search::binding).toList(), goal, effort);
    }

    private static Predicate<ClauseReading> binding(Regime regime) {
      return clause -> regime.readings().test(clause.reading());
    }

    /** The least cost takes another search, made only where it is told. */
    Optional<Budget> budget(Regime regime, Sought<Optimum> best) {
      if (!(goal instanceof Goal.Waiting)) {
        return Optional.empty();
      }
      return Optional.of(
          new Budget(
              best instanceof Sought.Impossible
                  ? optima.sought(binding(regime), new Goal.Cost(), effort)
                  : best));
    }
  }

  private Goal goal() {
    return wish.usdPerHour
        .<Goal>map(
            usd -> new Goal.Weighted(WrongUsage.requirePositive(spec, "--waiting-worth", usd)))
        .or(
            () ->
                wish.usdPerDay.map(
                    usd ->
                        new Goal.Waiting(
                            WrongUsage.requirePositive(spec, "--budget", usd) / HOURS_PER_DAY)))
        .orElseGet(Goal.Cost::new);
  }

  private Effort effort() {
    return new Effort(
        WrongUsage.requirePositive(spec, "--gap", gapPercent) / 100, Effort.NODES, limit.time());
  }
}
