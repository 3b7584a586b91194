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
import situs.report.ResultTables;
import situs.report.TableFormat;
import situs.report.TerminalReport;

/** Runs a scenario: place, simulate, audit, report. */
@Command(
    name = "run",
    description = {
      "Place the workloads of a scenario by its strategies, simulate them, and report cost, latency"
          + " and who objects.",
      "",
      "Results go to results/<scenario>/ or --out, whole: older results stay until the new ones are"
          + " complete."
    },
    sortOptions = false,
    footerHeading = RunCommand.EXIT_CODES,
    footer = {
      "  situs run scenarios/frontier-dispute.yaml",
      "  situs run scenarios/frontier-dispute.yaml --strategy split --strategy contract-first:spirit",
      "  situs run scenarios/frontier-dispute.yaml --replications 1 --duration '2 h' --format csv",
      "  situs run scenarios/frontier-dispute.yaml --scale 100 --out /tmp/hundredfold",
      "  situs run scenarios/frontier-dispute.yaml --strategy home --fail-on contested,objective",
      "  situs run scenarios/frontier-dispute.yaml --fail-on 'contract-first.cost_usd_per_day>10000'",
      "  situs run scenarios/frontier-dispute.yaml --precision 1%% --criterion cost_usd_per_day"
    })
final class RunCommand implements Callable<Integer> {
  static final String EXIT_CODES =
      "%nExit codes: 0 done; 1 a threshold of --fail-on was crossed; 2 the command or an input is"
          + " wrong, or exceptions of a contract disagree; 3 no strategy found a place for everything; 70 a fault of the"
          + " program.%n%nExamples:%n";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SCENARIO", description = "The scenario file.")
  private Path scenario;

  @Option(
      names = "--strategy",
      split = ",",
      paramLabel = "NAME",
      description = "Only this strategy; may be repeated. A reading follows a colon.")
  private List<String> strategies = List.of();

  @Mixin private ExperimentOptions options;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description =
          "What is printed: table (the report), or summary.csv as csv, json, markdown (default:"
              + " ${DEFAULT-VALUE}).")
  private TableFormat format;

  @Override
  public Integer call() {
    Experiments experiments = new Experiments(spec.commandLine(), options);
    List<Finished> finished = experiments.run(List.of(scenario), strategies, Optional.empty());
    if (!options.quiet()) {
      print(finished);
    }
    return experiments.exitCode(finished);
  }

  private void print(List<Finished> finished) {
    PrintWriter terminal = spec.commandLine().getOut();
    if (format != TableFormat.TABLE) {
      terminal.print(
          format.render(
              ResultTables.summary(finished.stream().map(Finished::experiment).toList())));
    } else {
      for (int i = 0; i < finished.size(); i++) {
        terminal.print(i == 0 ? "" : "\n");
        terminal.print(TerminalReport.of(finished.get(i).experiment(), Terminal.style()));
        terminal.println("Results: " + finished.get(i).folder());
      }
    }
    terminal.flush();
  }
}
