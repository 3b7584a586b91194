package situs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import situs.document.InputException;
import situs.document.Names;
import situs.experiment.Criteria;
import situs.experiment.Criterion;
import situs.model.Scenario;
import situs.placement.Strategy;
import situs.report.ResultFolder;
import situs.scenario.LoadedScenario;

/** Reads scenarios, and says whatever can be said before the work and not after it. */
final class Preparation {
  private final ExperimentOptions options;
  private final PrintWriter messages;

  /**
   * @param messages where to tell what is not a result
   */
  Preparation(ExperimentOptions options, PrintWriter messages) {
    this.options = options;
    this.messages = messages;
  }

  /**
   * A scenario before it runs.
   *
   * @param criteria what its strategies are compared by
   * @param folder where the results go
   */
  record Planned(
      LoadedScenario loaded, List<Strategy> strategies, List<Criterion> criteria, Path folder) {}

  /**
   * As {@link Experiments#run} takes them; throws {@link InputException} for what cannot be run.
   */
  List<Planned> of(List<Path> files, List<String> strategies, Optional<String> baseline) {
    List<LoadedScenario> loaded =
        files.stream()
            .flatMap(file -> ScenarioFiles.read(file, options.badRows()).stream())
            .map(options::changed)
            .toList();
    BadRowsOption.tell(loaded.stream().flatMap(l -> l.notes().stream()).toList(), messages);
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
}
