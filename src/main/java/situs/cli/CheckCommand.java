package situs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.contract.Disagreement;
import situs.contract.RivalReadings;
import situs.model.Placement;
import situs.report.PivotReport;
import situs.report.PivotTable;
import situs.report.ReviewReport;
import situs.report.ReviewTable;
import situs.report.TableFormat;
import situs.report.UnplacedList;
import situs.review.Pivot;
import situs.review.Pivots;
import situs.review.Regimes;
import situs.review.Review;
import situs.scenario.LoadedScenario;

/** Says what contracts say of the placements of a scenario, without a run. */
@Command(
    name = "check",
    description = {
      "Say where the placements of a scenario's strategies stand, clause by clause and reading by"
          + " reading, without a simulation.",
      "",
      "Judged are what is placed, the hops that traffic takes while every pool has room, and totals"
          + " as they are planned. What spills over, what is spent, and rights of first refusal are"
          + " for a run to tell."
    },
    sortOptions = false,
    footerHeading = RunCommand.EXIT_CODES,
    footer = {
      "  situs check scenarios/frontier-dispute.yaml",
      "  situs check scenarios/frontier-dispute.yaml --strategy split --at 2025-06-01,2026-05-01",
      "  situs check scenarios/frontier-dispute.yaml --pivots",
      "  situs check scenarios/frontier-dispute.yaml --fail-on breach --format csv"
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SCENARIO", description = "The scenario file.")
  private Path scenario;

  @Mixin private ReviewOptions options;

  @Option(
      names = "--at",
      split = ",",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description =
          "By the law of that day (UTC) or instant; may be repeated. Without it by that of the run,"
              + " before and after every change within it.")
  private Set<Instant> at = Set.of();

  @Option(
      names = "--pivots",
      description =
          "Print instead the least changes of readings (of clauses and words) after which a placement"
              + " is lawful where it was not, or no longer is, each with a witness; or that there"
              + " are none.")
  private boolean pivots;

  @Option(
      names = "--fail-on",
      split = ",",
      paramLabel = "WHAT",
      converter = ReviewLimit.Converter.class,
      description =
          "End with exit code 1 and say why when a placement is in breach; contested (or worse); or"
              + " leaves a component unplaced. One or more of: breach, contested, unplaced.")
  private List<ReviewLimit> failOn = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description =
          "One of: table (the report), or every cell as csv, json, markdown (default:"
              + " ${DEFAULT-VALUE}).")
  private TableFormat format;

  @Override
  public Integer call() {
    if (pivots && !failOn.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--fail-on asks where placements stand, and --pivots what would turn them; give one of"
              + " both");
    }
    PrintWriter out = spec.commandLine().getOut();
    List<LoadedScenario> scenarios = ScenarioFiles.read(scenario, options.badRows().badRows());
    int code = pivots ? turn(scenarios, out) : check(scenarios, out);
    out.flush();
    return code;
  }

  private int turn(List<LoadedScenario> scenarios, PrintWriter out) {
    List<Pivot> all = new ArrayList<>();
    List<Placement> placed = new ArrayList<>();
    int code = Exit.DONE;
    for (LoadedScenario loaded : scenarios) {
      RivalReadings rivals = RivalReadings.of(loaded.inputs());
      List<Placement> placements = options.placements(loaded);
      for (Instant instant : instants(loaded)) {
        all.addAll(Pivots.of(loaded.scenario(), loaded.contracts(), rivals, placements, instant));
      }
      placed.addAll(placements);
      code = worse(code, placements);
    }
    if (format == TableFormat.TABLE) {
      out.print(PivotReport.of(all, Terminal.style()));
      out.print(UnplacedList.of(placed, Terminal.style()));
    } else {
      out.print(format.render(PivotTable.of(all)));
    }
    return code;
  }

  private int check(List<LoadedScenario> scenarios, PrintWriter out) {
    List<Review> all = new ArrayList<>();
    int code = Exit.DONE;
    for (LoadedScenario loaded : scenarios) {
      List<Review> reviews = options.review(loaded, instants(loaded));
      if (format == TableFormat.TABLE) {
        out.println((all.isEmpty() ? "" : "\n") + loaded.scenario().name());
        out.print(ReviewReport.of(reviews, Terminal.style()));
      }
      all.addAll(reviews);
      code = worse(code, reviews.stream().map(Review::placement).toList());
    }
    if (format != TableFormat.TABLE) {
      out.print(format.render(ReviewTable.of(all)));
    }
    int wrong = Disagreements.tell(disagreements(all), spec.commandLine().getErr());
    return Exit.worst(code, wrong, crossed(all));
  }

  private List<Instant> instants(LoadedScenario loaded) {
    return at.isEmpty()
        ? Regimes.within(loaded.scenario(), loaded.contracts())
        : List.copyOf(new TreeSet<>(at));
  }

  /** As a run ends: a scenario for all of which no strategy has a place weighs most. */
  private int worse(int code, List<Placement> placements) {
    return code == Exit.DONE && placements.stream().noneMatch(Placement::placesEverything)
        ? Exit.noPlacement(spec.commandLine())
        : code;
  }

  private static List<Disagreement> disagreements(List<Review> reviews) {
    return reviews.stream().flatMap(review -> review.disagreements().stream()).toList();
  }

  private int crossed(List<Review> reviews) {
    List<String> crossings =
        failOn.stream()
            .flatMap(limit -> reviews.stream().flatMap(review -> limit.crossing(review).stream()))
            .toList();
    crossings.forEach(c -> spec.commandLine().getErr().println("situs: --fail-on: " + c));
    return crossings.isEmpty() ? Exit.DONE : Exit.THRESHOLD;
  }
}
