package situs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.contract.Contract;
import situs.contract.ContractFile;
import situs.document.Document;
import situs.document.Issues;
import situs.document.Node;
import situs.drafting.Finding;
import situs.drafting.Lint;

/** Looks for what the drafter of a contract cannot have meant. */
@Command(
    name = "lint",
    description = {
      "Find what a contract's drafter cannot have meant: clauses that are never in force, conditions"
          + " that never hold, demands that are always or never kept, exceptions that disagree,"
          + " readings that never differ, dates that leave gaps.",
      "",
      "Searched are all combinations of the values that a clause mentions, and one other of each"
          + " fact. Clauses that ask for more are noted as not searched."
    },
    sortOptions = false,
    footerHeading =
        "%nExit codes: 0 done; 1 there are warnings, with --strict; 2 the command or a file is wrong;"
            + " 70 a fault of the program.%n%nExamples:%n",
    footer = {"  situs contract lint scenarios/contracts/*.yaml --strict"})
final class ContractLintCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Contract files.")
  private List<Path> files = List.of();

  @Option(names = "--strict", description = "Fail where there is a warning.")
  private boolean strict;

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>();
    Issues issues = new Issues();
    for (Path file : files) {
      Optional<Node> root = Document.read(file, issues);
      Optional<Contract> contract = root.flatMap(node -> ContractFile.of(node, issues));
      contract.ifPresent(read -> findings.addAll(Lint.of(read, root.orElseThrow())));
    }
    issues.throwIfAny();
    PrintWriter out = spec.commandLine().getOut();
    findings.forEach(finding -> out.print(line(finding)));
    long warnings = findings.stream().filter(ContractLintCommand::isWarning).count();
    out.print("%d warnings, %d notes\n".formatted(warnings, findings.size() - warnings));
    out.flush();
    return strict && warnings > 0 ? Exit.THRESHOLD : Exit.DONE;
  }

  private static boolean isWarning(Finding finding) {
    return finding.severity() == Finding.Severity.WARNING;
  }

  private static String line(Finding finding) {
    String severity = finding.severity().name().toLowerCase(Locale.ROOT);
    return "%s: %s: %s\n".formatted(finding.at(), severity, finding.message());
  }
}
