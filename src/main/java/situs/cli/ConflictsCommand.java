package situs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.contract.Clause;
import situs.contract.Contract;
import situs.contract.Contracts;
import situs.optimise.Effort;
import situs.placement.Asked;
import situs.placement.Conflicts;
import situs.placement.Optima;
import situs.placement.Waivers;
import situs.report.ConflictReport;
import situs.report.Footing;
import situs.report.Wrapped;
import situs.scenario.LoadedScenario;

/** Says which clauses cannot be kept together. */
@Command(
    name = "conflicts",
    description = {
      "Say which clauses of a scenario's contracts leave no placement that carries all demand"
          + " within its objectives, and which to waive. Where the objectives cannot be met even"
          + " without clauses, all demand is asked for alone. `situs price` asks the same.",
      "",
      "Every minimal conflict: without any one of its clauses the others can be kept. Then what to"
          + " waive so that all others can be kept: every minimal set, the smallest first, each with"
          + " what keeping the rest costs. For each reading, and for all readings at once. What"
          + " cannot be told of a clause counts as not kept; a conflict that rests on it says so."
    },
    footerHeading =
        "%nExit codes: 0 done; 2 the command or an input is wrong; 3 capacity does not carry all"
            + " demand, even without clauses, or a search ended before it could tell.%n%nExamples:%n",
    footer = {"  situs conflicts scenarios/frontier-dispute.yaml"})
final class ConflictsCommand implements Callable<Integer> {
  /** Of the prices of waivers, as of {@code situs price}. */
  private static final double GAP = 1e-5;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SCENARIO", description = "The scenario file.")
  private Path scenario;

  @Mixin private TimeLimitOption limit;

  @Mixin private BadRowsOption badRows;

  @Override
  public Integer call() {
    int exit = Exit.DONE;
    for (LoadedScenario loaded : ScenarioFiles.read(scenario, badRows.badRows())) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(loaded.scenario().name());
      exit = Math.max(exit, tell(loaded, out));
      out.flush();
    }
    return exit;
  }

  private int tell(LoadedScenario loaded, PrintWriter out) {
    Contracts contracts = loaded.contracts();
    if (contracts.contracts().isEmpty()) {
      out.println("\nThe scenario has no contracts.");
      return Exit.DONE;
    }
    Optima optima = Optima.of(loaded.scenario(), contracts).within(limit.time());
    if (!optima.possible(clause -> false)) {
      out.println("\nEven without any clause the capacity does not carry all demand.");
      return Exit.NO_PLACEMENT;
    }
    Question question = Question.of(loaded, optima, new Effort(GAP, Effort.NODES, limit.time()));
    out.print(Wrapped.text("Kept is a clause by a placement that " + question.words() + ".", ""));
    List<ConflictReport> reports = Regime.of(contracts).stream().map(question::answer).toList();
    reports.forEach(report -> out.print("\n" + report.text()));
    List<String> notes = new ArrayList<>(question.footing().unaskedNotes());
    if (reports.stream().anyMatch(ConflictReport::hasPrices)) {
      notes.addAll(question.footing().doubtsOfCost());
    }
    out.print(notes.isEmpty() ? "" : "\n");
    notes.forEach(note -> out.print(Wrapped.text(note, "")));
    return Exit.DONE;
  }

  /**
   * What is asked of each reading.
   *
   * @param told the optima where what cannot be told counts as kept
   * @param effort of each price
   */
  private record Question(
      Optima optima,
      Optima told,
      Asked asked,
      Map<String, Clause> clauses,
      Footing footing,
      Effort effort) {

    static Question of(LoadedScenario loaded, Optima optima, Effort effort) {
      return new Question(
          optima,
          Optima.ofWhatIsTold(loaded.scenario(), loaded.contracts()).within(effort.time()),
          Asked.of(optima),
          clauses(loaded.contracts()),
          Footing.of(loaded.scenario(), loaded.contracts()),
          effort);
    }

    String words() {
      return asked.words();
    }

    ConflictReport answer(Regime regime) {
      Conflicts found = Conflicts.of(optima, asked, regime.readings());
      Set<Set<String>> doubtful =
          found.conflicts().stream()
              .filter(c -> !Conflicts.isCertain(c, told, asked, regime.readings()))
              .collect(Collectors.toSet());
      Map<String, Set<String>> untold = new TreeMap<>();
      clauses.keySet().forEach(c -> untold.put(c, optima.untold(c, regime.readings())));
      return new ConflictReport(
          regime.name(),
          found,
          doubtful,
          Waivers.of(optima, found, regime.readings(), effort),
          clauses,
          untold,
          footing);
    }

    private static Map<String, Clause> clauses(Contracts contracts) {
      Map<String, Clause> clauses = new TreeMap<>();
      for (Contract contract : contracts.contracts()) {
        contract.clauses().forEach(c -> clauses.put(contract.name() + "/" + c.id(), c));
      }
      return clauses;
    }
  }
}
