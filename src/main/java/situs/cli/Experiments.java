package situs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import situs.catalog.Catalog;
import situs.cli.Preparation.Planned;
import situs.contract.Disagreement;
import situs.document.InputException;
import situs.experiment.Comparison;
import situs.experiment.Experiment;
import situs.experiment.Experimenter;
import situs.experiment.Progress;
import situs.experiment.Replication;
import situs.experiment.Sequential;
import situs.experiment.StrategyResult;
import situs.model.Scenario;
import situs.report.Origins;
import situs.report.Results;
import situs.scenario.LoadedScenario;
import situs.stats.Precision;

/** Runs scenarios and writes their result folders, for more than one command. */
final class Experiments {
  private final CommandLine command;
  private final ExperimentOptions options;

  Experiments(CommandLine command, ExperimentOptions options) {
    this.command = command;
    this.options = options;
  }

  /** What became of a scenario, and where it was written. */
  record Finished(Comparison comparison, Path folder) {
    Experiment experiment() {
      return comparison.experiment();
    }
  }

  /**
   * @param files scenario files, each with one scenario or a sweep
   * @param strategies asked for; none for those of the scenario
   * @param baseline what they are compared to, and runs with them; empty for the usual one
   */
  List<Finished> run(List<Path> files, List<String> strategies, Optional<String> baseline) {
    options.check(command);
    Preparation preparation = new Preparation(options, messages());
    List<Finished> finished = new ArrayList<>();
    for (Planned each : preparation.of(files, strategies, baseline)) {
      finished.add(run(each, baseline));
    }
    return finished;
  }

  private Finished run(Planned planned, Optional<String> baseline) {
    LoadedScenario settled =
        WarmUps.settle(planned.loaded(), planned.strategies(), options.threads(), messages());
    Experiment experiment = experiment(settled, planned);
    List<String> names = experiment.results().stream().map(StrategyResult::strategy).toList();
    Comparison comparison =
        Comparison.of(
            experiment,
            baseline.orElseGet(() -> Comparison.usualBaseline(names)),
            planned.criteria());
    write(comparison, planned);
    return new Finished(comparison, planned.folder());
  }

  private Experiment experiment(LoadedScenario settled, Planned planned) {
    Scenario scenario = settled.scenario();
    try (LongWork bar = new LongWork(scenario.name())) {
      Progress progress = options.quiet() || !Terminal.showsProgress() ? (done, total) -> {} : bar;
      Experimenter experimenter = new Experimenter(Replication::new, options.threads(), progress);
      Optional<Precision> precision = options.precision();
      if (precision.isEmpty()) {
        return experimenter.run(scenario, settled.contracts(), planned.strategies());
      }
      Sequential sequential = new Sequential(precision.get(), planned.criteria());
      Scenario first =
          scenario.withRun(
              scenario.duration(), scenario.seed(), sequential.first(scenario.replications()));
      Experiment experiment =
          sequential.settle(
              experimenter, experimenter.run(first, settled.contracts(), planned.strategies()));
      PrecisionNote.tell(experiment, precision.get(), sequential.wide(experiment), messages());
      return experiment;
    }
  }

  private void write(Comparison comparison, Planned planned) {
    Origins origins =
        new Origins(
            Version.text(),
            Runtime.version().toString(),
            planned.loaded().inputs(),
            options.scale(),
            planned.loaded().findsWarmUp(),
            CatalogueDates.of(Catalog.standard()));
    try {
      Results.write(planned.folder(), comparison, origins);
    } catch (IOException e) {
      throw new InputException("cannot write results to '" + planned.folder() + "': " + e);
    }
  }

  /** Where to tell what is not a result. */
  private PrintWriter messages() {
    return options.quiet() ? new PrintWriter(Writer.nullWriter()) : command.getErr();
  }

  /** What the program ends with, and why when it is not well. */
  int exitCode(List<Finished> finished) {
    int wrong = Disagreements.tell(disagreements(finished), command.getErr());
    boolean nowhere =
        finished.stream()
            .anyMatch(
                f -> f.experiment().results().stream().noneMatch(StrategyResult::placesEverything));
    return nowhere ? Exit.noPlacement(command) : Exit.worst(wrong, thresholds(finished));
  }

  private static List<Disagreement> disagreements(List<Finished> finished) {
    return finished.stream()
        .flatMap(each -> each.experiment().results().stream())
        .flatMap(result -> result.runs().stream())
        .flatMap(run -> run.findings().disagreements().stream())
        .toList();
  }

  private int thresholds(List<Finished> finished) {
    int exit = Exit.DONE;
    for (Finished each : finished) {
      for (Threshold threshold : options.failOn()) {
        for (String crossing : threshold.crossings(each.experiment())) {
          String scenario = each.experiment().scenario().name();
          command
              .getErr()
              .println("situs: --fail-on " + threshold + ": " + scenario + ": " + crossing);
          exit = Exit.THRESHOLD;
        }
      }
    }
    return exit;
  }
}
