package situs.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.optimise.Answer.Outcome;
import situs.optimise.Effort;
import situs.placement.Goal;
import situs.placement.Optima;
import situs.placement.Optima.Optimum;
import situs.report.Column;
import situs.report.Table;
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
        "%nExit codes: 0 done; 2 the command or an input is wrong; 3 some row has no placement, or none that holds.%n%n"
            + "Examples:%n",
    footer = {
      "  situs optimise scenarios/frontier-dispute.yaml",
      "  situs optimise scenarios/three-clouds.yaml --waiting-worth 40",
      "  situs optimise scenarios/three-clouds.yaml --budget 12000 --format csv",
      "  situs optimise scenarios/three-clouds.yaml --simulate rounds"
    })
final class OptimiseCommand implements Callable<Integer> {
  private static final double HOURS_PER_DAY = 24;

  /** A row of the table. */
  record Row(
      String scenario,
      String clauses,
      Optional<Optimum> optimum,
      Optional<Optimum> without,
      List<Row> alone) {

    /** {@code letter 0, spirit 2359.68}: what all readings at once cost more than each alone. */
    String overEach() {
      return optimum
          .map(o -> alone.stream().map(r -> r.below(o)).collect(Collectors.joining(", ")))
          .orElse("");
    }

    private String below(Optimum every) {
      return optimum
          .map(
              o ->
                  String.format(Locale.ROOT, "%s %.2f", clauses, every.usdPerDay() - o.usdPerDay()))
          .orElse("");
    }

    Optional<Double> premium() {
      return optimum.flatMap(o -> without.map(w -> o.usdPerDay() - w.usdPerDay()));
    }

    String proof() {
      return optimum
          .map(o -> outcome(o.outcome()) + (o.inTime() ? "" : "; the objectives cannot be met"))
          .orElse("no placement; see `situs conflicts`");
    }

    private static String outcome(Outcome outcome) {
      return outcome == Outcome.PROVEN
          ? "proven"
          : "best found, " + outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private static final Table<Row> TABLE =
      new Table<>(
          "optimum",
          "One row a scenario and choice of clauses.",
          List.of(
              Column.text("scenario", "Its name.", Row::scenario),
              Column.text("clauses", "Those that bind: a reading's, none, or all.", Row::clauses),
              Column.known(
                  "cost_usd_per_day",
                  "USD/day",
                  2,
                  "Rent and transfer of the plan; empty where no placement carries all demand.",
                  r -> r.optimum().map(Optimum::usdPerDay)),
              Column.known(
                  "bound_usd_per_day",
                  "USD/day",
                  2,
                  "No placement that keeps to as much costs less.",
                  r -> r.optimum().flatMap(Optimum::boundUsdPerDay)),
              Column.known(
                  "gap_percent",
                  "%",
                  3,
                  "What the best possible may lie below the plan.",
                  r -> r.optimum().map(o -> 100 * o.gap())),
              Column.known(
                  "premium_usd_per_day",
                  "USD/day",
                  2,
                  "What it costs more than without clauses.",
                  Row::premium),
              Column.known(
                  "mean_call_s",
                  "s",
                  3,
                  "Mean seconds of a model call by the queueing estimate, at the mean rate.",
                  r -> r.optimum().map(Optimum::meanCallS)),
              Column.text("proof", "What is known of it.", Row::proof),
              Column.text(
                  "premium_over_each",
                  "What every reading at once costs more than each alone, USD a day.",
                  Row::overEach)));

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

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      defaultValue = "10 min",
      description =
          "Of one search (default: ${DEFAULT-VALUE}). One that ends by it may differ from run to"
              + " run.")
  private Duration time;

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
    if (!(goal instanceof Goal.Cost)) {
      throw new ParameterException(
          spec.commandLine(),
          "--simulate holds plans of least cost against the simulation; leave out "
              + (goal instanceof Goal.Waiting ? "--budget" : "--waiting-worth")
              + ", or --simulate");
    }
    SimulatedOptima.Told told =
        simulated.of(ScenarioFiles.read(scenario, badRows.badRows()), effort(), format);
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
    print(format.render(TABLE.with(rows)));
    return rows.stream().allMatch(r -> r.optimum().isPresent()) ? Exit.DONE : Exit.NO_PLACEMENT;
  }

  private static List<Row> rows(LoadedScenario loaded, Goal goal, Effort effort) {
    Optima optima = Optima.of(loaded.scenario(), loaded.contracts());
    Optional<Optimum> without = optima.best(clause -> false, goal, effort);
    List<Row> rows = new ArrayList<>();
    String name = loaded.scenario().name();
    rows.add(new Row(name, Regime.NONE, without, Optional.empty(), List.of()));
    List<Row> alone = new ArrayList<>();
    for (Regime regime : Regime.of(loaded.contracts())) {
      Optional<Optimum> best =
          optima.best(clause -> regime.readings().test(clause.reading()), goal, effort);
      boolean every = !alone.isEmpty() && regime.name().equals(Regime.EVERY);
      Row row = new Row(name, regime.name(), best, without, every ? List.copyOf(alone) : List.of());
      rows.add(row);
      alone.add(row);
    }
    return rows;
  }

  private Goal goal() {
    return wish.usdPerHour
        .<Goal>map(usd -> new Goal.Weighted(positive("--waiting-worth", usd)))
        .or(
            () ->
                wish.usdPerDay.map(
                    usd -> new Goal.Waiting(positive("--budget", usd) / HOURS_PER_DAY)))
        .orElseGet(Goal.Cost::new);
  }

  private Effort effort() {
    return new Effort(positive("--gap", gapPercent) / 100, Effort.NODES, time);
  }

  private double positive(String option, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new ParameterException(
          spec.commandLine(), option + " must be more than 0, is " + value);
    }
    return value;
  }
}
