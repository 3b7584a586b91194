package situs.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import situs.placement.Strategies;
import situs.placement.Strategy;
import situs.report.Column;
import situs.report.Table;
import situs.report.TableFormat;

/** Lists the strategies. */
@Command(
    name = "strategies",
    description = {
      "List the strategies that place workloads, and the idea of each.",
      "",
      "Jars in the variable SITUS_CLASSPATH may bring strategies of your own, see docs/strategies.md."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  situs strategies",
      "  situs strategies --format markdown",
      "  SITUS_CLASSPATH=carbon.jar situs strategies"
    })
final class StrategiesCommand implements Runnable {
  private static final Table<Strategy> TABLE =
      new Table<>(
          "strategies",
          "One row a strategy.",
          List.of(
              Column.text("strategy", "Name in scenarios and on the command line.", Strategy::name),
              Column.text("description", "Its idea.", Strategy::description),
              Column.text("from", "situs, or the jar that brings it.", Strategies::origin)));

  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of: table, csv, json, markdown (default: ${DEFAULT-VALUE}).")
  private TableFormat format;

  @Override
  public void run() {
    spec.commandLine().getOut().print(format.render(TABLE.with(Strategies.all())));
    spec.commandLine().getOut().flush();
  }
}
