package situs.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.optimise.Effort;
import situs.placement.ClauseReading;
import situs.placement.Optima;
import situs.placement.Optima.Optimum;
import situs.report.Column;
import situs.report.Table;
import situs.report.TableFormat;
import situs.scenario.LoadedScenario;

/** Shows what cost, latency and objections can be had together. */
@Command(
    name = "pareto",
    description = {
      "Show which costs, latencies and objections can be had together: placements of which none is"
          + " better in one and no worse in the others.",
      "",
      "For no clauses, for each reading and for all readings at once: from the cheapest placement to"
          + " the quickest, at budgets of equal distances."
    },
    sortOptions = false,
    footerHeading =
        "%nExit codes: 0 done; 2 the command or an input is wrong; 3 no placement.%n%n"
            + "Examples:%n",
    footer = {
      "  situs pareto scenarios/frontier-dispute.yaml",
      "  situs pareto scenarios/three-clouds.yaml --points 20 --format csv"
    })
final class ParetoCommand implements Callable<Integer> {
  /** Figures this near each other are the same: the proofs are no finer. */
  private static final double SAME = 1e-3;

  private static final Effort EFFORT = new Effort(SAME, Effort.NODES, Duration.ofMinutes(10));

  /** A placement on the front. */
  record Row(String scenario, String clauses, Optimum optimum) {

    boolean worseThan(Row other) {
      Optimum o = other.optimum();
      boolean noBetter =
          o.usdPerDay() <= optimum.usdPerDay() * (1 + SAME)
              && o.meanCallS() <= optimum.meanCallS() * (1 + SAME)
              && o.objections().size() <= optimum.objections().size();
      boolean worse =
          o.usdPerDay() < optimum.usdPerDay() * (1 - SAME)
              || o.meanCallS() < optimum.meanCallS() * (1 - SAME)
              || o.objections().size() < optimum.objections().size();
      return noBetter && worse;
    }

    /** The same to the last digit that counts. */
    boolean like(Row other) {
      return !worseThan(other)
          && Math.abs(optimum.usdPerDay() / other.optimum.usdPerDay() - 1) <= SAME
          && Math.abs(optimum.meanCallS() / other.optimum.meanCallS() - 1) <= SAME
          && optimum.objections().size() == other.optimum.objections().size();
    }
  }

  private static final Table<Row> TABLE =
      new Table<>(
          "pareto",
          "One row a placement that no other beats.",
          List.of(
              Column.text("scenario", "Its name.", Row::scenario),
              Column.text("clauses", "Those that were kept.", Row::clauses),
              Column.number(
                  "cost_usd_per_day",
                  "USD/day",
                  2,
                  "Rent and transfer of the plan.",
                  r -> r.optimum().usdPerDay()),
              Column.number(
                  "mean_call_s",
                  "s",
                  4,
                  "Mean seconds of a model call by the estimate, queues left out.",
                  r -> r.optimum().meanCallS()),
              Column.count(
                  "objections",
                  "Clauses that object, each reading by itself.",
                  r -> r.optimum().objections().size()),
              Column.text(
                  "objecting",
                  "These clauses.",
                  r ->
                      r.optimum().objections().stream()
                          .map(ClauseReading::toString)
                          .collect(Collectors.joining("; ")))));

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SCENARIO", description = "The scenario file.")
  private Path scenario;

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "6",
      description = "Placements tried for each choice of clauses (default: ${DEFAULT-VALUE}).")
  private int points;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of: table, csv, json, markdown (default: ${DEFAULT-VALUE}).")
  private TableFormat format;

  @Mixin private BadRowsOption badRows;

  @Override
  public Integer call() {
    if (points < 2) {
      throw new ParameterException(spec.commandLine(), "--points must be 2 at least, is " + points);
    }
    List<Row> rows = new ArrayList<>();
    for (LoadedScenario loaded : ScenarioFiles.read(scenario, badRows.badRows())) {
      rows.addAll(unbeaten(all(loaded)));
    }
    spec.commandLine().getOut().print(format.render(TABLE.with(rows)));
    spec.commandLine().getOut().flush();
    return rows.isEmpty() ? Exit.NO_PLACEMENT : Exit.DONE;
  }

  /** The strictest clauses first, so that of equal placements theirs is shown. */
  private List<Row> all(LoadedScenario loaded) {
    Optima optima = Optima.of(loaded.scenario(), loaded.contracts());
    List<Regime> regimes = new ArrayList<>(List.of(new Regime(Regime.NONE, r -> false)));
    regimes.addAll(Regime.of(loaded.contracts()));
    List<Row> rows = new ArrayList<>();
    for (int i = regimes.size() - 1; i >= 0; i--) {
      Regime regime = regimes.get(i);
      optima
          .front(clause -> regime.readings().test(clause.reading()), points, EFFORT)
          .forEach(o -> rows.add(new Row(loaded.scenario().name(), regime.name(), o)));
    }
    return rows;
  }

  private static List<Row> unbeaten(List<Row> rows) {
    List<Row> kept = new ArrayList<>();
    for (Row row : rows) {
      if (rows.stream().noneMatch(row::worseThan) && kept.stream().noneMatch(row::like)) {
        kept.add(row);
      }
    }
    kept.sort(
        Comparator.comparingInt((Row r) -> r.optimum().objections().size())
            .thenComparingDouble(r -> r.optimum().usdPerDay()));
    return kept;
  }
}
