package situs.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.catalog.Catalog;
import situs.document.InputException;
import situs.document.Issues;
import situs.document.Node;
import situs.trace.BadRows;

/** Reads scenario files; the keys are described in docs/scenarios.md. */
public final class ScenarioFile {
  private ScenarioFile() {}

  /**
   * The scenarios of a file: one, or as many as its {@code sweep:} has combinations. Strategies may
   * have any name. Throws {@link InputException} with everything that is wrong.
   */
  public static List<LoadedScenario> read(Path path) {
    return read(path, Catalog.standard(), Optional.empty());
  }

  /** Like {@link #read(Path)}, where {@code strategies} are the strategies that there are. */
  public static List<LoadedScenario> read(Path path, KnownStrategies strategies) {
    return read(path, strategies, BadRows.FAIL);
  }

  /**
   * Likewise.
   *
   * @param badRows what becomes of rows of traces that cannot be read
   */
  public static List<LoadedScenario> read(Path path, KnownStrategies strategies, BadRows badRows) {
    Issues issues = new Issues();
    List<LoadedScenario> scenarios =
        read(
            path, Catalog.standard(), Optional.of(strategies), new Inputs(issues, badRows), issues);
    issues.throwIfAny();
    return scenarios;
  }

  static List<LoadedScenario> read(
      Path path, Catalog catalog, Optional<KnownStrategies> strategies) {
    Issues issues = new Issues();
    List<LoadedScenario> scenarios = read(path, catalog, strategies, issues);
    issues.throwIfAny();
    return scenarios;
  }

  static List<LoadedScenario> read(
      Path path, Catalog catalog, Optional<KnownStrategies> strategies, Issues issues) {
    return read(path, catalog, strategies, new Inputs(issues, BadRows.FAIL), issues);
  }

  private static List<LoadedScenario> read(
      Path path,
      Catalog catalog,
      Optional<KnownStrategies> strategies,
      Inputs inputs,
      Issues issues) {
    Optional<Node.Mapping> tree = new SourceTree(inputs, issues).load(path);
    List<LoadedScenario> scenarios = new ArrayList<>();
    for (Sweep.Variant variant : tree.map(t -> Sweep.expand(t, issues)).orElse(List.of())) {
      ScenarioReader.read(variant, catalog, strategies, inputs, issues).ifPresent(scenarios::add);
    }
    return scenarios;
  }
}
