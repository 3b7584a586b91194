package situs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.contract.Contract;
import situs.contract.ContractFile;
import situs.contract.Reach;
import situs.document.Document;
import situs.document.InputException;
import situs.document.Issues;
import situs.document.Node;
import situs.drafting.Finding;
import situs.drafting.Lint;
import situs.report.TableFormat;
import situs.scenario.LoadedScenario;

/** Looks for what the drafter of a contract cannot have meant. */
@Command(
    name = "lint",
    description = {
      "Find what a contract's drafter cannot have meant: clauses that are never in force, conditions"
          + " that never hold, demands that are always or never kept, exceptions that overlap or"
          + " disagree, readings that never differ, dates that leave gaps.",
      "",
      "Searched are all combinations of the values that a clause mentions, and one other of each"
          + " fact. Clauses that ask for more are noted as not searched. What a clause lists under"
          + " accept, with a reason, is counted and not shown.",
      "",
      "With --scenario also clauses that no placement, route or charge of it can trigger, and facts"
          + " that a clause asks for and the scenario never states."
    },
    sortOptions = false,
    footerHeading =
        "%nExit codes: 0 done; 1 there are warnings, with --strict; 2 the command or a file is wrong;"
            + " 70 a fault of the program.%n%nExamples:%n",
    footer = {
      "  situs contract lint scenarios/contracts/*.yaml --strict",
      "  situs contract lint --scenario scenarios/frontier-dispute.yaml"
    })
final class ContractLintCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Contract files. Without any, those of the scenarios.")
  private List<Path> files = List.of();

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description =
          "What is to give the clauses something to say. Several count together: say it again.")
  private List<Path> scenarios = List.of();

  @Option(names = "--strict", description = "Fail where there is a warning that is not accepted.")
  private boolean strict;

  @Option(names = "--all", description = "Show what is accepted, too, with the reasons.")
  private boolean all;

  @Mixin private FormatOption format;

  @Mixin private BadRowsOption badRows;

  @Override
  public Integer call() {
    if (files.isEmpty() && scenarios.isEmpty()) {
      throw new InputException("give contract files, or a --scenario");
    }
    List<LoadedScenario> loaded =
        scenarios.stream().flatMap(s -> ScenarioFiles.read(s, badRows.badRows()).stream()).toList();
    List<Finding> findings = lint(contracts(loaded), LintFindings.worlds(loaded));
    PrintWriter out = spec.commandLine().getOut();
    out.print(shown(findings));
    out.flush();
    return strict && findings.stream().anyMatch(Finding::isOpenWarning)
        ? Exit.THRESHOLD
        : Exit.DONE;
  }

  private List<Path> contracts(List<LoadedScenario> loaded) {
    return files.isEmpty()
        ? ContractFile.among(loaded.stream().flatMap(l -> l.inputs().stream()).toList())
        : files;
  }

  private static List<Finding> lint(List<Path> contracts, List<Reach.World> worlds) {
    List<Finding> findings = new ArrayList<>();
    Issues issues = new Issues();
    for (Path file : contracts) {
      Optional<Node> root = Document.read(file, issues);
      Optional<Contract> contract = root.flatMap(node -> ContractFile.of(node, issues));
      contract.ifPresent(read -> findings.addAll(Lint.of(read, root.orElseThrow(), worlds)));
    }
    issues.throwIfAny();
    return findings;
  }

  private String shown(List<Finding> findings) {
    Predicate<Finding> wanted = finding -> all || finding.accepted().isEmpty();
    Stream<Finding> shown = findings.stream().filter(wanted);
    return format.format() == TableFormat.TABLE
        ? LintFindings.report(shown.toList(), findings)
        : format.format().render(LintFindings.TABLE.with(shown.toList()));
  }
}
