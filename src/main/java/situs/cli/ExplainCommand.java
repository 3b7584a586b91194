package situs.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.audit.Contributions;
import situs.contract.Contracts;
import situs.contract.Judgement;
import situs.contract.Verdict;
import situs.difference.StoredResults;
import situs.difference.StoredRow;
import situs.document.InputException;
import situs.document.Names;
import situs.model.Placement;
import situs.placement.Strategy;
import situs.report.ExplanationReport;
import situs.report.ResultFolder;
import situs.review.Explanation;
import situs.review.Regimes;
import situs.review.Reviewed;
import situs.review.TotalExplanation;
import situs.review.TotalExplanation.Found;
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

  @Option(
      names = "--clause",
      paramLabel = "ID",
      description = "Only this clause, by its name or as contract/clause.")
  private Optional<String> clause = Optional.empty();

  @Option(
      names = "--reading",
      paramLabel = "NAME",
      description = "Only this reading, or as that party or profile reads.")
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
    AskedFor asked = new AskedFor(clause, reading);
    Contracts contracts = asked.of(loaded.contracts());
    return explanation(loaded, contracts, part(loaded), instant(loaded));
  }

  private String explanation(
      LoadedScenario loaded, Contracts contracts, Part part, Instant instant) {
    Explanation explanation =
        Explanation.of(
            loaded.scenario(),
            contracts,
            part.subject(),
            part.others(),
            instant,
            new AskedFor(clause, reading).wanted());
    return ExplanationReport.of(explanation, Terminal.style());
  }

  private Instant instant(LoadedScenario loaded) {
    return at.orElse(loaded.scenario().starts());
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
    return note + violation.map(row -> of(loaded, results, row)).orElseGet(() -> of(loaded));
  }

  /** What a run has found, by the facts that it saw. */
  private String of(LoadedScenario loaded, StoredResults results, StoredRow violation) {
    take(violation);
    Contracts contracts = new AskedFor(clause, reading).of(loaded.contracts());
    Strategy strategy = strategies(loaded).get(0);
    Placement placement = strategy.place(loaded.scenario(), loaded.contracts());
    StoredRun run = new StoredRun(results, loaded.scenario(), placement);
    return switch (violation.text("subject_kind")) {
      case "total" -> total(contracts, run, violation);
      case "charge" -> charge(loaded, contracts, run);
      default -> {
        Part part = part(loaded);
        List<String> room =
            Stream.of(violation.text("room").split(" ")).filter(r -> !r.isEmpty()).toList();
        Reviewed subject =
            violation.fields().containsKey("room") ? part.subject().withRoom(room) : part.subject();
        yield explanation(
            loaded,
            contracts,
            new Part(subject, part.others()),
            objecting(loaded, contracts, subject));
      }
    };
  }

  private void take(StoredRow violation) {
    what = violation.text("subject");
    clause = Optional.of(violation.text("contract") + "/" + violation.text("clause"));
    reading = Optional.of(violation.text("reading"));
    strategies = List.of(violation.text("strategy"));
    if (at.isEmpty() && !violation.text("first_at").isEmpty()) {
      at = Optional.of(Instant.parse(violation.text("first_at")));
    }
  }

  /** When it was seen; where that is not told, the first regime of the run that objects. */
  private Instant objecting(LoadedScenario loaded, Contracts contracts, Reviewed subject) {
    return at.or(
            () ->
                Regimes.within(loaded.scenario(), contracts).stream()
                    .filter(regime -> objects(contracts, subject, regime))
                    .findFirst())
        .orElse(loaded.scenario().starts());
  }

  private boolean objects(Contracts contracts, Reviewed subject, Instant instant) {
    return contracts.judge(subject.facts(), instant).stream()
        .filter(new AskedFor(clause, reading).wanted())
        .anyMatch(judgement -> judgement.verdict().objects());
  }

  /** Charges that a name does not tell apart may differ in how they were bought. */
  private String charge(LoadedScenario loaded, Contracts contracts, StoredRun run) {
    List<Reviewed> named =
        run.charges().stream()
            .filter(charge -> charge.name().equals(what))
            .map(charge -> Reviewed.of(loaded.scenario(), charge))
            .toList();
    return named.stream()
        .filter(charge -> objects(contracts, charge, objecting(loaded, contracts, charge)))
        .findFirst()
        .or(() -> named.stream().findFirst())
        .map(
            charge ->
                explanation(
                    loaded,
                    contracts,
                    new Part(charge, List.of()),
                    objecting(loaded, contracts, charge)))
        .orElseThrow(() -> gone("costs.csv"));
  }

  /** What is measured over a run rests on all of it, and not on the facts of one subject. */
  private String total(Contracts contracts, StoredRun run, StoredRow violation) {
    Verdict verdict = new Verdict.Violated(violation.text("reason"));
    Judgement judgement =
        new AskedFor(clause, reading)
            .judgement(contracts, violation.text("reading"), verdict)
            .orElseThrow(() -> gone("its contracts"));
    Found found = run.found(violation).orElseThrow(() -> gone("obligations.csv"));
    Contributions contributions =
        new Contributions(run.scenario(), contracts, run.placement(), run.routes(), run.charges());
    return ExplanationReport.ofTotal(
        what, TotalExplanation.of(contracts, judgement, found, contributions), Terminal.style());
  }

  private InputException gone(String from) {
    return new InputException("'" + what + "' is not among what is now in " + from);
  }
}
