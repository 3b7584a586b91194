package situs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.document.Issues;
import situs.drafting.ContractTestFile;
import situs.drafting.ContractTests;
import situs.drafting.Coverage;
import situs.report.ContractTestReport;

/** Holds contracts to cases. */
@Command(
    name = "test",
    description = {
      "Hold contracts to cases: facts, and the verdict that each reading is expected to come to.",
      "",
      "Coverage is the share of clauses, readings, exceptions and outcomes of conditions that what"
          + " is expected passes through."
    },
    sortOptions = false,
    footerHeading =
        "%nExit codes: 0 all is as expected; 1 something is not, or less is covered than asked for;"
            + " 2 the command or a file is wrong; 70 a fault of the program.%n%nExamples:%n",
    footer = {
      "  situs contract test scenarios/contracts/tests/*.yaml",
      "  situs contract test scenarios/contracts/tests/*.yaml --coverage 100%%"
    })
final class ContractTestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of cases.")
  private List<Path> files = List.of();

  @Option(
      names = "--coverage",
      paramLabel = "SHARE",
      converter = WholeShareConverter.class,
      description = "Fail where less is covered, such as 100%%. Default: whatever is covered.")
  private Optional<Double> threshold = Optional.empty();

  @Override
  public Integer call() {
    List<ContractTests.Result> results = read().stream().map(ContractTests::run).toList();
    Coverage coverage =
        Coverage.together(results.stream().map(ContractTests.Result::coverage).toList());
    boolean enough = threshold.map(least -> coverage.share() >= least).orElse(true);
    PrintWriter out = spec.commandLine().getOut();
    out.print(ContractTestReport.of(results, coverage, threshold));
    out.flush();
    boolean passed = results.stream().allMatch(result -> result.failures().isEmpty());
    return passed && enough ? Exit.DONE : Exit.THRESHOLD;
  }

  private List<ContractTests> read() {
    List<ContractTests> tests = new ArrayList<>();
    Issues issues = new Issues();
    for (Path file : files) {
      ContractTestFile.read(file, issues).ifPresent(tests::add);
    }
    issues.throwIfAny();
    return tests;
  }
}
