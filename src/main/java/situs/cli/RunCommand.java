package situs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.catalog.Catalog;
import situs.document.InputException;
import situs.experiment.Experiment;
import situs.experiment.Experimenter;
import situs.experiment.Progress;
import situs.experiment.Replication;
import situs.experiment.StrategyResult;
import situs.placement.Strategy;
import situs.report.Origins;
import situs.report.ResultFolder;
import situs.report.ResultTables;
import situs.report.Results;
import situs.report.TableFormat;
import situs.report.TerminalReport;
import situs.scenario.LoadedScenario;

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
    footerHeading =
        "%nExit codes: 0 done; 1 a threshold of --fail-on was crossed; 2 the command or"
            + " an input is wrong; 3 no strategy found a place for everything; 70 a fault of the"
            + " program.%n%nExamples:%n",
    footer = {
      "  situs run scenarios/frontier-dispute.yaml",
      "  situs run scenarios/frontier-dispute.yaml --strategy split --strategy contract-first:spirit",
      "  situs run scenarios/frontier-dispute.yaml --replications 1 --duration '2 h' --format csv",
      "  situs run scenarios/frontier-dispute.yaml --scale 100 --out /tmp/hundredfold",
      "  situs run scenarios/frontier-dispute.yaml --strategy home --fail-on contested,objective"
    })
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SCENARIO", description = "The scenario file.")
  private Path scenario;

  @Option(
      names = "--strategy",
      split = ",",
      paramLabel = "NAME",
      description = "Only this strategy; may be repeated. A reading follows a colon.")
  private List<String> strategies = List.of();

  @Option(names = "--seed", paramLabel = "N", description = "Seed of all random streams.")
  private Optional<Long> seed = Optional.empty();

  @Option(names = "--replications", paramLabel = "N", description = "Independent runs a strategy.")
  private Optional<Integer> replications = Optional.empty();

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "Length of the measured window, such as '2 h'.")
  private Optional<Duration> duration = Optional.empty();

  @Option(names = "--scale", paramLabel = "X", description = "Multiply demand and capacity.")
  private Optional<Double> scale = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Replications at once; all cores by default. Results do not depend on it.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--out", paramLabel = "FOLDER", description = "Where the results go.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--quiet", description = "Print nothing but errors.")
  private boolean quiet;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description =
          "What is printed: table (the report), or summary.csv as csv, json, markdown (default:"
              + " ${DEFAULT-VALUE}).")
  private TableFormat format;

  @Option(
      names = "--fail-on",
      split = ",",
      paramLabel = "WHAT",
      description =
          "End with exit code 1 when a strategy is in breach; contested (or worse); or misses an"
              + " objective. One or more of: breach, contested, objective.")
  private List<Threshold> failOn = List.of();

  @Mixin private BadRowsOption badRows;

  /** Whether the file holds a sweep. */
  private boolean several;

  @Override
  public Integer call() {
    requirePositive("--replications", replications.orElse(1));
    requirePositive("--threads", threads);
    requirePositive("--scale", scale.orElse(1.0));
    List<LoadedScenario> loaded =
        ScenarioFiles.read(scenario, badRows.badRows()).stream().map(this::changed).toList();
    if (!quiet) {
      tell(loaded);
    }
    several = loaded.size() > 1;
    loaded.forEach(this::requireFolder);
    List<Experiment> experiments = new ArrayList<>();
    for (LoadedScenario each : loaded) {
      Experiment experiment = experiment(each);
      write(experiment, each);
      experiments.add(experiment);
    }
    if (!quiet) {
      print(experiments, loaded);
    }
    return exitCode(experiments);
  }

  private void tell(List<LoadedScenario> loaded) {
    BadRowsOption.tell(
        loaded.stream().flatMap(l -> l.notes().stream()).toList(), spec.commandLine().getErr());
  }

  private void requirePositive(String option, Number value) {
    if (!(value.doubleValue() > 0) || Double.isInfinite(value.doubleValue())) {
      throw new ParameterException(
          spec.commandLine(), option + " must be more than 0, is " + value);
    }
  }

  private LoadedScenario changed(LoadedScenario loaded) {
    LoadedScenario changed = seed.map(loaded::withSeed).orElse(loaded);
    changed = replications.map(changed::withReplications).orElse(changed);
    changed = duration.map(changed::withDuration).orElse(changed);
    return scale.map(changed::scaled).orElse(changed);
  }

  /** Said before the work and not after it. */
  private void requireFolder(LoadedScenario loaded) {
    try {
      ResultFolder.objection(folder(loaded))
          .ifPresent(
              problem -> {
                throw new InputException("--out: " + problem);
              });
    } catch (IOException e) {
      throw new InputException("--out: cannot look into '" + folder(loaded) + "': " + e);
    }
  }

  /** Several scenarios of one file share {@code --out}, each in a folder of its own. */
  private Path folder(LoadedScenario loaded) {
    String name = loaded.scenario().name();
    return out.map(o -> several ? o.resolve(name) : o).orElse(Path.of("results", name));
  }

  private Experiment experiment(LoadedScenario loaded) {
    List<Strategy> chosen = StrategyChoice.of(strategies, loaded);
    try (LongWork bar = new LongWork(loaded.scenario().name())) {
      Progress progress = quiet || !Terminal.showsProgress() ? (done, total) -> {} : bar;
      return new Experimenter(Replication::of, threads, progress)
          .run(loaded.scenario(), loaded.contracts(), chosen);
    }
  }

  private void write(Experiment experiment, LoadedScenario loaded) {
    Origins origins =
        new Origins(
            Version.text(),
            Runtime.version().toString(),
            loaded.inputs(),
            CatalogueDates.of(Catalog.standard()));
    try {
      Results.write(folder(loaded), experiment, origins);
    } catch (IOException e) {
      throw new InputException("cannot write results to '" + folder(loaded) + "': " + e);
    }
  }

  private void print(List<Experiment> experiments, List<LoadedScenario> loaded) {
    PrintWriter terminal = spec.commandLine().getOut();
    if (format != TableFormat.TABLE) {
      terminal.print(format.render(ResultTables.summary(experiments)));
    } else {
      for (int i = 0; i < experiments.size(); i++) {
        terminal.print(i == 0 ? "" : "\n");
        terminal.print(TerminalReport.of(experiments.get(i), Terminal.style()));
        terminal.println("Results: " + folder(loaded.get(i)));
      }
    }
    terminal.flush();
  }

  private int exitCode(List<Experiment> experiments) {
    if (experiments.stream()
        .anyMatch(e -> e.results().stream().noneMatch(StrategyResult::placesEverything))) {
      spec.commandLine().getErr().println("situs: no strategy found a place for everything");
      return Exit.NO_PLACEMENT;
    }
    boolean crossed =
        experiments.stream().anyMatch(e -> failOn.stream().anyMatch(t -> t.crossed(e)));
    return crossed ? Exit.THRESHOLD : Exit.DONE;
  }
}
