package situs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.optimise.Answer.Outcome;
import situs.optimise.Effort;
import situs.placement.ClauseReading;
import situs.placement.Pareto;
import situs.placement.Pareto.Point;
import situs.report.Column;
import situs.report.Table;
import situs.report.TableFormat;
import situs.scenario.LoadedScenario;

/** Shows what cost, latency and exposure can be had together. */
@Command(
    name = "pareto",
    description = {
      "Show which costs, latencies and exposures can be had together: placements of which none is"
          + " better in one and no worse in the others. Exposure is what the remedies of breached"
          + " clauses come to on a day of the plan, under the reading that makes it most; breaches"
          + " of clauses that name no remedy are counted, and are a fourth criterion.",
      "",
      "The whole front, up to a resolution: the least cost within every combination of N levels of"
          + " latency, N of exposure, and every number of breaches without a price; each proven"
          + " within its limits."
    },
    sortOptions = false,
    footerHeading =
        "%nExit codes: 0 done; 2 the command or an input is wrong; 3 no placement, or none found in the time.%n%n"
            + "Examples:%n",
    footer = {
      "  situs pareto scenarios/frontier-dispute.yaml --reading letter",
      "  situs pareto scenarios/three-clouds.yaml --points 20 --format csv"
    })
final class ParetoCommand implements Callable<Integer> {
  /** A placement on the front. */
  record Row(String scenario, Point point) {

    String unpriced() {
      return String.join("; ", point.unpriced());
    }

    String objecting() {
      return point.objections().stream()
          .map(ClauseReading::toString)
          .collect(Collectors.joining("; "));
    }

    /** {@code mean_call_s 3.66, unpriced 0}: what it is the least cost within. */
    String within() {
      List<String> limits = new ArrayList<>();
      point.mostCallS().ifPresent(s -> limits.add("mean_call_s %.4f".formatted(s)));
      point.mostExposureUsd().ifPresent(usd -> limits.add("exposure_usd %.2f".formatted(usd)));
      limits.add("unpriced " + point.mostUnpriced());
      return String.join(", ", limits);
    }
  }

  private static final Table<Row> TABLE =
      new Table<>(
          "pareto",
          "One row a placement that no other beats.",
          List.of(
              Column.text("scenario", "Its name.", Row::scenario),
              Column.number(
                  "cost_usd_per_day",
                  "USD/day",
                  2,
                  "Rent and transfer of the plan.",
                  r -> r.point().usdPerDay()),
              Column.number(
                  "bound_usd_per_day",
                  "USD/day",
                  2,
                  "No placement within its limits costs less.",
                  r -> r.point().boundUsdPerDay()),
              Column.number(
                  "mean_call_s",
                  "s",
                  4,
                  "Mean seconds of a model call by the queueing estimate, at the mean rate.",
                  r -> r.point().meanCallS()),
              Column.number(
                  "exposure_usd",
                  "USD",
                  2,
                  "Remedies of a day of the plan, under the reading that makes it most; lump sums,"
                      + " caps and floors are not multiplied.",
                  r -> r.point().exposureUsd()),
              Column.count(
                  "unpriced",
                  "Clauses in breach of which nobody knows what it costs.",
                  r -> r.point().unpriced().size()),
              Column.text("unpriced_clauses", "These clauses.", Row::unpriced),
              Column.text("within", "Limits within which it is the least cost.", Row::within),
              Column.text(
                  "proof",
                  "proven within the gap asked for, or best found.",
                  r -> r.point().outcome() == Outcome.PROVEN ? "proven" : "best found"),
              Column.text("objecting", "All clauses that object.", Row::objecting),
              Column.text(
                  "exposure_basis",
                  "Where the remedies come from: published, reported, assumed.",
                  r -> String.join(", ", r.point().bases()))));

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SCENARIO", description = "The scenario file.")
  private Path scenario;

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "6",
      description = "Levels of latency, and of exposure (default: ${DEFAULT-VALUE}).")
  private int points;

  @Option(
      names = "--reading",
      paramLabel = "NAME",
      description = "Count what this reading objects to; without, every reading.")
  private Optional<String> reading = Optional.empty();

  @Option(
      names = "--gap",
      paramLabel = "PERCENT",
      defaultValue = "0.1",
      description =
          "Stop each search when proven this near the best possible (default: ${DEFAULT-VALUE}).")
  private double gapPercent;

  @Mixin private TimeLimitOption limit;

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
      front(loaded).forEach(p -> rows.add(new Row(loaded.scenario().name(), p)));
    }
    spec.commandLine().getOut().print(format.render(TABLE.with(rows)));
    spec.commandLine().getOut().flush();
    return rows.isEmpty() ? Exit.NO_PLACEMENT : Exit.DONE;
  }

  private List<Point> front(LoadedScenario loaded) {
    List<String> known = loaded.contracts().readings();
    if (reading.isPresent() && !known.contains(reading.get())) {
      throw new ParameterException(
          spec.commandLine(),
          "--reading must be one of " + String.join(", ", known) + ", is " + reading.get());
    }
    Predicate<String> counted = name -> reading.map(name::equals).orElse(true);
    return Pareto.front(loaded.scenario(), loaded.contracts(), counted, points, effort());
  }

  private Effort effort() {
    return new Effort(
        WrongUsage.requirePositive(spec, "--gap", gapPercent) / 100, Effort.NODES, limit.time());
  }
}
