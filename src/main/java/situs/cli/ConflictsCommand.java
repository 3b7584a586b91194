package situs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.contract.Clause;
import situs.contract.Contract;
import situs.contract.Contracts;
import situs.placement.Asked;
import situs.placement.Conflicts;
import situs.placement.Optima;
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
      "Every minimal conflict: without any one of its clauses the others can be kept. Then the"
          + " smallest sets of clauses to waive so that all others can be kept. For each reading, and"
          + " for all readings at once."
    },
    footerHeading =
        "%nExit codes: 0 done; 2 the command or an input is wrong; 3 capacity does not carry all"
            + " demand, even without clauses, or a search ended before it could tell.%n%nExamples:%n",
    footer = {"  situs conflicts scenarios/frontier-dispute.yaml"})
final class ConflictsCommand implements Callable<Integer> {

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
    Asked asked = Asked.of(optima);
    out.print(Wrapped.text("Kept is a clause by a placement that " + asked.words() + ".", ""));
    for (Regime regime : Regime.of(contracts)) {
      tell(regime.name(), Conflicts.of(optima, asked, regime.readings()), texts(contracts), out);
    }
    return Exit.DONE;
  }

  private static void tell(
      String reading, Conflicts found, Map<String, Clause> texts, PrintWriter out) {
    if (found.conflicts().isEmpty()) {
      out.println("\n" + reading + ": all clauses can be kept together");
      return;
    }
    int count = found.conflicts().size();
    out.println(
        "\n%s: %s%d minimal conflict%s"
            .formatted(reading, found.complete() ? "" : "at least ", count, count == 1 ? "" : "s"));
    for (Set<String> conflict : found.conflicts()) {
      out.println(conflict.size() == 1 ? "  alone leaves no placement:" : "  cannot all be kept:");
      conflict.forEach(clause -> out.print(words(clause, texts.get(clause))));
    }
    out.println("  smallest waivers, each enough:");
    found.smallestWaivers().forEach(w -> out.println("    " + String.join(" and ", w)));
  }

  private static String words(String name, Clause clause) {
    return Wrapped.text(name + ": " + clause.text() + " [" + clause.cite() + "]", "    ");
  }

  private static Map<String, Clause> texts(Contracts contracts) {
    Map<String, Clause> texts = new TreeMap<>();
    for (Contract contract : contracts.contracts()) {
      contract.clauses().forEach(c -> texts.put(contract.name() + "/" + c.id(), c));
    }
    return texts;
  }
}
