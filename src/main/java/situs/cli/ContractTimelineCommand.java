package situs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.report.TableFormat;
import situs.report.TimelineTable;
import situs.review.Regimes;
import situs.review.Review;
import situs.scenario.LoadedScenario;

/** Follows placements through every change of the law. */
@Command(
    name = "timeline",
    description = {
      "Say what each reading says of the same placements under the law of each date at which it"
          + " changes.",
      "",
      "The placements are those of the scenario's own date. A cell names the clauses that object"
          + " (no) or cannot tell (open). The table leaves out dates that change nothing of it."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  situs contract timeline scenarios/frontier-dispute.yaml --strategy split",
      "  situs contract timeline scenarios/frontier-dispute.yaml --format csv"
    })
final class ContractTimelineCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SCENARIO", description = "The scenario file.")
  private Path scenario;

  @Mixin private ReviewOptions options;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of: table, csv, json, markdown (default: ${DEFAULT-VALUE}).")
  private TableFormat format;

  @Override
  public void run() {
    List<Review> reviews = new ArrayList<>();
    for (LoadedScenario loaded : ScenarioFiles.read(scenario, options.badRows().badRows())) {
      List<Instant> regimes = Regimes.all(loaded.scenario(), loaded.contracts());
      reviews.addAll(options.review(loaded, regimes));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        format.render(
            format == TableFormat.TABLE
                ? TimelineTable.ofChanges(reviews)
                : TimelineTable.of(reviews)));
    out.flush();
  }
}
