package situs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.cli.Experiments.Finished;
import situs.experiment.Comparison;
import situs.report.ComparisonGlance;
import situs.report.ComparisonReport;
import situs.report.ResultTables;
import situs.report.TableFormat;

/** Says which differences between strategies hold. */
@Command(
    name = "compare",
    description = {
      "Run the strategies of scenarios on the same random streams, and say which differences hold:"
          + " each against a baseline, by cost, service, exposure, energy, CO2 and latency, with"
          + " interval, p-value, effect size and verdict; and a ranking by each.",
      "",
      "Writes the same results as 'situs run'; what is printed is their comparison.csv."
    },
    sortOptions = false,
    footerHeading = RunCommand.EXIT_CODES,
    footer = {
      "  situs compare scenarios/frontier-dispute.yaml",
      "  situs compare scenarios/frontier-dispute.yaml --strategies split,contract-first --baseline home",
      "  situs compare scenarios/frontier-dispute.yaml --precision 1%% --criterion cost_usd_per_day",
      "  situs compare scenarios/frontier-dispute.yaml --glance --criterion cost_usd_per_day,call_p95_s",
      "  situs compare scenarios/regimes/*.yaml --strategies home,cheapest --format csv"
    })
final class CompareCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SCENARIO", arity = "1..*", description = "Scenario files.")
  private List<Path> scenarios = List.of();

  @Option(
      names = {"--strategies", "--strategy"},
      split = ",",
      paramLabel = "NAME",
      description = "Only these; those of the scenario by default. A reading follows a colon.")
  private List<String> strategies = List.of();

  @Option(
      names = "--baseline",
      paramLabel = "NAME",
      description =
          "What the others are compared to; runs with them (default: home where it is among them,"
              + " else the first).")
  private Optional<String> baseline = Optional.empty();

  @Mixin private ExperimentOptions options;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description =
          "What is printed: table (a ranking by each criterion), or comparison.csv as csv, json,"
              + " markdown (default: ${DEFAULT-VALUE}).")
  private TableFormat format;

  @Option(
      names = "--glance",
      description =
          "Print one line a strategy and no more: cost and latency with their intervals, service,"
              + " and standing under each reading.")
  private boolean glance;

  @Override
  public Integer call() {
    Experiments experiments = new Experiments(spec.commandLine(), options);
    List<Finished> finished = experiments.run(scenarios, strategies, baseline);
    if (!options.quiet()) {
      print(finished);
    }
    return experiments.exitCode(finished);
  }

  private void print(List<Finished> finished) {
    PrintWriter terminal = spec.commandLine().getOut();
    List<Comparison> comparisons = finished.stream().map(Finished::comparison).toList();
    if (format != TableFormat.TABLE) {
      terminal.print(format.render(ResultTables.comparison(comparisons)));
    } else {
      for (int i = 0; i < finished.size(); i++) {
        terminal.print(i == 0 ? "" : "\n");
        terminal.print(
            glance
                ? ComparisonGlance.of(comparisons.get(i))
                : ComparisonReport.of(comparisons.get(i), Terminal.style()));
        terminal.println("Results: " + finished.get(i).folder());
      }
    }
    terminal.flush();
  }
}
