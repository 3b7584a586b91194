package situs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.contract.Candidate;
import situs.contract.Contract;
import situs.contract.ContractFile;
import situs.contract.Contracts;
import situs.contract.LawChange;
import situs.contract.TotalChange;
import situs.document.Document;
import situs.document.InputException;
import situs.document.Issues;
import situs.document.TreeChange;
import situs.model.Placement;
import situs.optimise.Effort;
import situs.placement.Space;
import situs.placement.Witnesses;
import situs.report.TableFormat;
import situs.review.TotalTurns;
import situs.review.Witnessed;
import situs.scenario.LoadedScenario;

/** Says what changed between two versions of contracts, or two dates. */
@Command(
    name = "diff",
    description = {
      "Say what becomes lawful, unlawful or undetermined from one version of contracts to another, or"
          + " from one date to another, under each reading, with a witness and the clauses that"
          + " decide.",
      "",
      "With --scenario everything that its offers, regions and origins allow is judged, at all times."
          + " Of what clauses measure, the cheapest placement that the change turns is searched among"
          + " all that carry all demand, as planned. Without, the files are held against each other"
          + " key by key."
    },
    sortOptions = false,
    footerHeading =
        "%nExit codes: 0 the same; 1 they differ, with --scenario in what is lawful or measured; 2 the command or a"
            + " file is wrong; 70 a fault of the program.%n%nExamples:%n",
    footer = {
      "  situs contract diff before.yaml after.yaml",
      "  situs contract diff before.yaml after.yaml --scenario scenarios/frontier-dispute.yaml",
      "  situs contract diff --from 2026-03-01 --to 2026-05-01 --scenario"
          + " scenarios/frontier-dispute.yaml"
    })
final class ContractDiffCommand implements Callable<Integer> {
  /** Of the cheapest witness: cheapest to a hundredth of a percent. */
  private static final double GAP = 1e-4;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..2",
      paramLabel = "FILES",
      description =
          "Two versions, or one for two dates; several contracts with commas between. Without any,"
              + " those of the scenario.")
  private List<String> files = List.of();

  @Option(
      names = "--from",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "Hold the law of this day, such as 2026-03-01 …")
  private Optional<Instant> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "… against that of this one.")
  private Optional<Instant> to = Optional.empty();

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description = "Whose offers, regions, origins and circumstances are asked about.")
  private Optional<Path> scenario = Optional.empty();

  @Mixin private TimeLimitOption limit;

  @Mixin private FormatOption format;

  @Mixin private BadRowsOption badRows;

  @Override
  public Integer call() {
    require(from.isPresent() == to.isPresent(), "--from and --to belong together");
    require(files.size() == 2 != from.isPresent(), "give two versions, or two dates of one");
    require(!files.isEmpty() || scenario.isPresent(), "give contract files, or a --scenario");
    Optional<LoadedScenario> loaded = scenario.map(this::only);
    boolean same = loaded.isPresent() ? isSameIn(loaded.get()) : isSameByKeys();
    spec.commandLine().getOut().flush();
    return same ? Exit.DONE : Exit.DIFFERENT;
  }

  private static void require(boolean right, String wrong) {
    if (!right) {
      throw new InputException(wrong);
    }
  }

  private LoadedScenario only(Path file) {
    List<LoadedScenario> all = ScenarioFiles.read(file, badRows.badRows());
    require(
        all.size() == 1, "--scenario: " + file + " makes " + all.size() + " scenarios, not one");
    return all.get(0);
  }

  private boolean isSameIn(LoadedScenario loaded) {
    List<Candidate> space = Space.of(loaded.scenario());
    List<Contracts> laws = laws(loaded);
    List<LawChange> changes =
        from.isPresent()
            ? LawChange.between(laws.get(0), from.get(), to.orElseThrow(), space)
            : LawChange.between(laws.get(0), laws.get(1), space);
    List<Witnessed> totals = totals(loaded, laws);
    boolean text = format.format() == TableFormat.TABLE;
    out()
        .print(
            text
                ? LawChanges.report(changes, totals, laws, space.size())
                : format.format().render(LawChanges.TABLE.with(LawChanges.rows(changes, totals))));
    return changes.isEmpty() && totals.isEmpty();
  }

  /** What is measured otherwise, and whom that turns. */
  private List<Witnessed> totals(LoadedScenario loaded, List<Contracts> laws) {
    Contracts after = laws.get(laws.size() - 1);
    List<TotalChange> changes =
        from.isPresent()
            ? TotalChange.between(after, from.get(), to.orElseThrow())
            : TotalChange.between(laws.get(0), after);
    return changes.isEmpty() ? List.of() : turned(loaded, laws.get(0), after, changes);
  }

  private List<Witnessed> turned(
      LoadedScenario loaded, Contracts before, Contracts after, List<TotalChange> changes) {
    Witnesses witnesses =
        new Witnesses(loaded.scenario(), new Effort(GAP, Effort.NODES, limit.time()));
    return new TotalTurns(loaded.scenario(), before, after, witnesses)
        .of(changes, () -> placements(loaded));
  }

  private static List<Placement> placements(LoadedScenario loaded) {
    return StrategyChoice.of(List.of(), Optional.empty(), loaded).stream()
        .map(strategy -> strategy.place(loaded.scenario(), loaded.contracts()))
        .toList();
  }

  private List<Contracts> laws(LoadedScenario loaded) {
    return files.isEmpty()
        ? List.of(loaded.contracts())
        : files.stream().map(f -> law(f).under(loaded.contracts().circumstances())).toList();
  }

  private static Contracts law(String files) {
    Issues issues = new Issues();
    List<Contract> read =
        paths(files).stream().flatMap(p -> ContractFile.read(p, issues).stream()).toList();
    issues.throwIfAny();
    return new Contracts(read);
  }

  private static List<Path> paths(String files) {
    return Stream.of(files.split(",")).map(Path::of).toList();
  }

  private boolean isSameByKeys() {
    List<TreeChange> changes =
        from.isPresent()
            ? LawChanges.inForce(law(files.get(0)), from.get(), to.orElseThrow())
            : byKeys(paths(files.get(0)), paths(files.get(1)));
    boolean text = format.format() == TableFormat.TABLE;
    out()
        .print(
            text
                ? LawChanges.report(changes)
                : format.format().render(LawChanges.KEYS.with(changes)));
    return changes.isEmpty();
  }

  /** Files are held against each other in the order given. */
  private static List<TreeChange> byKeys(List<Path> before, List<Path> after) {
    require(before.size() == after.size(), "without --scenario give as many files on both sides");
    List<TreeChange> changes = new ArrayList<>();
    Issues issues = new Issues();
    for (int i = 0; i < before.size(); i++) {
      ContractFile.read(before.get(i), issues);
      ContractFile.read(after.get(i), issues);
      issues.throwIfAny();
      changes.addAll(
          TreeChange.between(
              Document.read(before.get(i), issues).orElseThrow(),
              Document.read(after.get(i), issues).orElseThrow()));
    }
    return changes;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
