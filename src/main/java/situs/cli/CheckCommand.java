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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.audit.Standing;
import situs.contract.RivalReadings;
import situs.model.Placement;
import situs.report.PivotTable;
import situs.report.ReviewReport;
import situs.report.ReviewTable;
import situs.report.TableFormat;
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
    footerHeading =
        "%nExit codes: 0 done; 1 a threshold of --fail-on was crossed; 2 the command or an input is"
            + " wrong.%n%nExamples:%n",
    footer = {
      "  situs check scenarios/frontier-dispute.yaml",
      "  situs check scenarios/frontier-dispute.yaml --strategy split --at 2025-06-01,2026-05-01",
      "  situs check scenarios/frontier-dispute.yaml --pivots",
      "  situs check scenarios/frontier-dispute.yaml --fail-on breach --format csv"
    })
final class CheckCommand implements Callable<Integer> {
  /** What ends with exit code 1. */
  enum Limit {
    BREACH(Standing.BREACH),
    CONTESTED(Standing.CONTESTED);

    private final Standing standing;

    Limit(Standing standing) {
      this.standing = standing;
    }
  }

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
      paramLabel = "WHAT",
      description = "End with exit code 1 when a placement is in breach; or contested (or worse).")
  private Limit failOn;

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
    return pivots ? turn() : check();
  }

  private int turn() {
    List<Pivot> all = new ArrayList<>();
    for (LoadedScenario loaded : ScenarioFiles.read(scenario, options.badRows().badRows())) {
      RivalReadings rivals = RivalReadings.of(loaded.inputs());
      List<Placement> placements = options.placements(loaded);
      for (Instant instant : instants(loaded)) {
        all.addAll(Pivots.of(loaded.scenario(), loaded.contracts(), rivals, placements, instant));
      }
    }
    spec.commandLine().getOut().print(format.render(PivotTable.of(all)));
    spec.commandLine().getOut().flush();
    return Exit.DONE;
  }

  private int check() {
    PrintWriter out = spec.commandLine().getOut();
    List<Review> all = new ArrayList<>();
    for (LoadedScenario loaded : ScenarioFiles.read(scenario, options.badRows().badRows())) {
      List<Review> reviews = options.review(loaded, instants(loaded));
      if (format == TableFormat.TABLE) {
        out.println((all.isEmpty() ? "" : "\n") + loaded.scenario().name());
        out.print(ReviewReport.of(reviews, Terminal.style()));
      }
      all.addAll(reviews);
    }
    if (format != TableFormat.TABLE) {
      out.print(format.render(ReviewTable.of(all)));
    }
    out.flush();
    return exitCode(all);
  }

  private List<Instant> instants(LoadedScenario loaded) {
    return at.isEmpty()
        ? Regimes.within(loaded.scenario(), loaded.contracts())
        : List.copyOf(new TreeSet<>(at));
  }

  private int exitCode(List<Review> reviews) {
    if (failOn == null) {
      return Exit.DONE;
    }
    int code = Exit.DONE;
    for (Review review : reviews) {
      Standing worst =
          review.regimes().stream().map(review::standing).reduce(Standing::worst).orElseThrow();
      if (worst.compareTo(failOn.standing) >= 0) {
        spec.commandLine()
            .getErr()
            .println("situs: --fail-on: '" + review.strategy() + "' is " + worst.word());
        code = Exit.THRESHOLD;
      }
    }
    return code;
  }
}
