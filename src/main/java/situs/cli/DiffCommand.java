package situs.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.difference.Difference;
import situs.difference.DifferenceReport;
import situs.difference.DifferenceTable;
import situs.report.TableFormat;

/** Says what changed between two result folders. */
@Command(
    name = "diff",
    description = {
      "Say what changed from one result folder to another, by strategy, workload, cost line, clause"
          + " and placement; and whether inputs, version, options or only seeds differ.",
      "",
      "Costs and quantities are a day's, so that runs of other lengths can be compared."
    },
    sortOptions = false,
    footerHeading =
        "%nExit codes: 0 the results are the same, whatever they were made from; 1 they differ; 2 the"
            + " command or a folder is wrong; 70 a fault of the program.%n%nExamples:%n",
    footer = {
      "  situs diff results/before results/after",
      "  situs diff results/before results/after --tolerance 1%%",
      "  situs diff results/before results/after --format csv"
    })
final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "A result folder.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "Another.")
  private Path after = Path.of("");

  @Option(
      names = "--tolerance",
      paramLabel = "SHARE",
      converter = ShareConverter.class,
      description =
          "Leave out changes of numbers up to this share of the value before, such as 1%%.")
  private double tolerance;

  @Mixin private FormatOption format;

  @Override
  public Integer call() {
    Difference difference = Difference.between(before, after, tolerance);
    boolean text = format.format() == TableFormat.TABLE;
    spec.commandLine()
        .getOut()
        .print(
            text
                ? DifferenceReport.of(before, after, difference)
                : format.format().render(DifferenceTable.of(difference)));
    spec.commandLine().getOut().flush();
    return difference.results().isEmpty() ? Exit.DONE : Exit.DIFFERENT;
  }
}
