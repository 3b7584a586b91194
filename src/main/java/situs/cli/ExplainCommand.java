package situs.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.contract.Judgement;
import situs.difference.StoredResults;
import situs.difference.StoredRow;
import situs.document.InputException;
import situs.document.Names;
import situs.model.Placement;
import situs.placement.Strategy;
import situs.report.ExplanationReport;
import situs.report.ResultFolder;
import situs.review.Explanation;
import situs.review.Reviewed;
import situs.scenario.LoadedScenario;
import situs.trace.BadRows;

/** Says why a placement or a route stands where it does. */
@Command(
    name = "explain",
    description = {
      "Say why clauses object to a placement or a route, or cannot tell, down to the facts; and the"
          + " nearest change after which they do not.",
      "",
      "WHERE is a scenario or a result folder. WHAT is a placement or a hop as `situs check` and the"
          + " results name it, or the id of a violation. What decides is marked with '>'."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  situs explain scenarios/frontier-dispute.yaml frontier-aws.runtime@aws/us-east-1/m7i.4xlarge",
      "  situs explain results/frontier-dispute v3ffc2a10"
    })
final class ExplainCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "WHERE", description = "A scenario file or a result folder.")
  private Path where;

  @Parameters(paramLabel = "WHAT", description = "A placement, a hop, or a violation's id.")
  private String what;

  @Option(
      names = "--strategy",
      split = ",",
      paramLabel = "NAME",
      description = "Look only among the placements of this strategy; may be repeated.")
  private List<String> strategies = List.of();

  @Option(names = "--clause", paramLabel = "ID", description = "Only this clause.")
  private Optional<String> clause = Optional.empty();

  @Option(names = "--reading", paramLabel = "NAME", description = "Only this reading.")
  private Optional<String> reading = Optional.empty();

  @Option(
      names = "--at",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "By the law of that day (UTC) or instant; else by that of the run's start.")
  private Optional<Instant> at = Optional.empty();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(Files.isDirectory(where) ? ofResults() : of(scenario(where, Optional.empty())));
    out.flush();
  }

  private String of(LoadedScenario loaded) {
    Part part = part(loaded);
    Explanation explanation =
        Explanation.of(
            loaded.scenario(),
            loaded.contracts(),
            part.subject(),
            part.others(),
            instant(loaded),
            wanted());
    return ExplanationReport.of(explanation, Terminal.style());
  }

  private Instant instant(LoadedScenario loaded) {
    return at.orElse(loaded.scenario().starts());
  }

  private Predicate<Judgement> wanted() {
    return judgement ->
        clause.map(judgement.clause().id()::equals).orElse(true)
            && reading.map(judgement.reading()::equals).orElse(true);
  }

  /**
   * @param others of the placement that it is a part of; none where that is not known
   */
  private record Part(Reviewed subject, List<Reviewed> others) {
    static Part of(Reviewed subject, List<Reviewed> all) {
      return new Part(subject, all.stream().filter(r -> !r.name().equals(subject.name())).toList());
    }
  }

  private Part part(LoadedScenario loaded) {
    Optional<Reviewed> seen = Reviewed.seen(loaded.scenario(), what);
    if (seen.isPresent()) {
      // A run has seen it under one strategy, whose placement is not asked for by name.
      return strategies.size() == 1
          ? Part.of(seen.get(), parts(loaded, strategies(loaded).get(0)))
          : new Part(seen.get(), List.of());
    }
    Set<String> names = new TreeSet<>();
    for (Strategy strategy : strategies(loaded)) {
      List<Reviewed> parts = parts(loaded, strategy);
      for (Reviewed subject : parts) {
        if (subject.name().equals(what)) {
          return Part.of(subject, parts);
        }
        names.add(subject.name());
      }
    }
    throw new InputException(
        "no strategy of '"
            + loaded.scenario().name()
            + "' has '"
            + what
            + "'"
            + Names.hint(what, names)
            + "; `situs check` lists what there is");
  }

  private List<Strategy> strategies(LoadedScenario loaded) {
    return StrategyChoice.of(strategies, Optional.empty(), loaded);
  }

  private static List<Reviewed> parts(LoadedScenario loaded, Strategy strategy) {
    Placement placement = strategy.place(loaded.scenario(), loaded.contracts());
    return Reviewed.of(loaded.scenario(), placement);
  }

  private static LoadedScenario scenario(Path file, Optional<String> name) {
    List<LoadedScenario> all = ScenarioFiles.read(file, BadRows.FAIL);
    return all.stream()
        .filter(loaded -> name.map(loaded.scenario().name()::equals).orElse(true))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "'" + file + "' has no scenario '" + name.orElse("") + "' any more"));
  }

  private String ofResults() {
    StoredResults results = StoredResults.read(where);
    StoredResults.Input input = results.scenario();
    if (!Files.isRegularFile(input.file())) {
      throw new InputException(
          "the results were made from '"
              + input.file()
              + "', which is not there; run from the folder that they were made from, or give the"
              + " scenario instead of the results");
    }
    String note =
        ResultFolder.hash(input.file()).equals(input.sha256())
            ? ""
            : "'" + input.file() + "' has changed since the results were made.\n";
    LoadedScenario loaded =
        scenario(input.file(), Optional.of(results.manifest().get("scenario").getAsString()));
    Optional<StoredRow> violation =
        results.rows("violations").stream().filter(r -> r.text("id").equals(what)).findFirst();
    violation.ifPresent(this::take);
    return note + violation.filter(r -> isTotal(r)).map(this::total).orElseGet(() -> of(loaded));
  }

  private void take(StoredRow violation) {
    what = violation.text("subject");
    clause = Optional.of(violation.text("clause"));
    reading = Optional.of(violation.text("reading"));
    strategies = List.of(violation.text("strategy"));
    if (at.isEmpty() && !violation.text("first_at").isEmpty()) {
      at = Optional.of(Instant.parse(violation.text("first_at")));
    }
  }

  /** What is measured over a run rests on all of it, and not on the facts of one subject. */
  private static boolean isTotal(StoredRow violation) {
    return !List.of("placement", "route").contains(violation.text("subject_kind"));
  }

  private String total(StoredRow row) {
    return "%s%n  %s, %s, %s: %s%n  %s to %s: %s requests%n"
        .formatted(
            row.text("subject"),
            row.text("contract"),
            row.text("clause"),
            row.text("reading"),
            row.text("reason"),
            row.text("first_at"),
            row.text("last_at"),
            row.text("requests"));
  }
}
