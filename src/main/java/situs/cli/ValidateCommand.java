package situs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.contract.ContractFile;
import situs.document.Document;
import situs.document.InputException;
import situs.document.Issues;
import situs.document.Mark;
import situs.document.Node;
import situs.drafting.ContractTestFile;
import situs.scenario.LoadedScenario;

/** {@code situs validate}: says everything that is wrong with files. */
@Command(
    name = "validate",
    description =
        "Check scenario and contract files, and tests of contracts; say everything that is wrong with them.",
    footerHeading = "%nExamples:%n",
    footer = {"  situs validate scenarios/*.yaml"})
final class ValidateCommand implements Callable<Integer> {
  private static final int WRONG_INPUT = 2;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Scenarios, contracts or their tests.")
  private List<Path> files = List.of();

  @Mixin private BadRowsOption badRows;

  @Override
  public Integer call() {
    int exit = 0;
    for (Path file : files) {
      try {
        check(file);
        out().println(file + ": ok");
      } catch (InputException e) {
        spec.commandLine().getErr().print(e.getMessage());
        exit = WRONG_INPUT;
      }
    }
    out().flush();
    spec.commandLine().getErr().flush();
    return exit;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** A file is what its first key says. */
  private void check(Path file) {
    Issues issues = new Issues();
    Optional<Node> root = Document.read(file, issues);
    issues.throwIfAny();
    switch (root.flatMap(ValidateCommand::firstKey).orElse("")) {
      case "situs" -> tell(ScenarioFiles.read(file, badRows.badRows()));
      case "contract" -> ContractFile.read(file, issues);
      case "contract-tests" -> ContractTestFile.read(file, issues);
      default ->
          issues.add(
              root.map(Node::at).orElse(new Mark(file.toString(), 1, 1)),
              "the first key must be 'situs' (a scenario), 'contract' (a contract) or 'contract-tests'"
                  + " (cases that contracts are held to)");
    }
    issues.throwIfAny();
  }

  private void tell(List<LoadedScenario> loaded) {
    BadRowsOption.tell(
        loaded.stream().flatMap(l -> l.notes().stream()).toList(), spec.commandLine().getErr());
  }

  private static Optional<String> firstKey(Node root) {
    return root instanceof Node.Mapping mapping
        ? mapping.entries().keySet().stream().findFirst()
        : Optional.empty();
  }
}
