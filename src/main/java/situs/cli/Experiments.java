package situs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import situs.catalog.Catalog;
import situs.document.InputException;
import situs.document.Names;
import situs.experiment.Comparison;
import situs.experiment.Criteria;
import situs.experiment.Criterion;
import situs.experiment.Experiment;
import situs.experiment.Experimenter;
import situs.experiment.Progress;
import situs.experiment.Replication;
import situs.experiment.Sequential;
import situs.experiment.StrategyResult;
import situs.model.Scenario;
import situs.placement.Strategy;
import situs.report.Origins;
import situs.report.ResultFolder;
import situs.report.Results;
import situs.scenario.LoadedScenario;
import situs.stats.Precision;

/** Reads scenarios, runs them and writes their result folders, for more than one command. */
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

  /** A scenario before it runs. */
  private record Planned(
      LoadedScenario loaded, List<Strategy> strategies, List<Criterion> criteria, Path folder) {
    Scenario scenario() {
      return loaded.scenario();
    }
  }

  /**
   * @param files scenario files, each with one scenario or a sweep
   * @param strategies asked for; none for those of the scenario
   * @param baseline what they are compared to, and runs with them; empty for the usual one
   */
  List<Finished> run(List<Path> files, List<String> strategies, Optional<String> baseline) {
    options.check(command);
    List<Planned> planned = plan(files, strategies, baseline);
    List<Finished> finished = new ArrayList<>();
    for (Planned each : planned) {
      finished.add(run(each, baseline));
    }
    return finished;
  }

  /** Whatever can be said is said before the work and not after it. */
  private List<Planned> plan(List<Path> files, List<String> strategies, Optional<String> baseline) {
    List<LoadedScenario> loaded =
        files.stream()
            .flatMap(file -> ScenarioFiles.read(file, options.badRows()).stream())
            .map(options::changed)
            .toList();
    BadRowsOption.tell(loaded.stream().flatMap(l -> l.notes().stream()).toList(), messages());
    requireDistinct(loaded);
    List<Planned> planned = new ArrayList<>();
    for (LoadedScenario each : loaded) {
      Path folder = folder(each.scenario().name(), loaded.size() > 1);
      List<Strategy> chosen = StrategyChoice.of(strategies, baseline, each);
      requireStrategies(chosen);
      requireFolder(folder);
      planned.add(new Planned(each, chosen, criteria(each.scenario()), folder));
    }
    return planned;
  }

  private static void requireDistinct(List<LoadedScenario> loaded) {
    Set<String> names = new LinkedHashSet<>();
    for (LoadedScenario each : loaded) {
      if (!names.add(each.scenario().name())) {
        throw new InputException(
            "two scenarios are called '" + each.scenario().name() + "'; give each its own name");
      }
    }
  }

  private void requireStrategies(List<Strategy> chosen) {
    List<String> names = chosen.stream().map(Strategy::name).toList();
    List<String> problems =
        options.failOn().stream().flatMap(t -> t.problem(names).stream()).toList();
    if (!problems.isEmpty()) {
      throw new InputException("--fail-on: " + String.join("\n", problems));
    }
  }

  private static void requireFolder(Path folder) {
    try {
      ResultFolder.objection(folder)
          .ifPresent(
              problem -> {
                throw new InputException("--out: " + problem);
              });
    } catch (IOException e) {
      throw new InputException("--out: cannot look into '" + folder + "': " + e);
    }
  }

  private List<Criterion> criteria(Scenario scenario) {
    Set<String> known = Criteria.names(scenario);
    for (String name : options.criteria()) {
      if (!known.contains(name)) {
        throw new InputException(
            "--criterion: unknown criterion '" + name + "'" + Names.hint(name, known));
      }
    }
    return Criteria.of(scenario).stream()
        .filter(c -> options.criteria().isEmpty() || options.criteria().contains(c.name()))
        .toList();
  }

  /** Several scenarios share {@code --out}, each in a folder of its own. */
  private Path folder(String scenario, boolean several) {
    return options
        .out()
        .map(out -> several ? out.resolve(scenario) : out)
        .orElse(Path.of("results", scenario));
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
      Experimenter experimenter = new Experimenter(Replication::of, options.threads(), progress);
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
    if (finished.stream()
        .anyMatch(
            f -> f.experiment().results().stream().noneMatch(StrategyResult::placesEverything))) {
      command.getErr().println("situs: no strategy found a place for everything");
      return Exit.NO_PLACEMENT;
    }
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
