package situs.cli;

import java.nio.file.Path;
import java.util.List;
import situs.placement.Strategies;
import situs.scenario.KnownStrategies;
import situs.scenario.LoadedScenario;
import situs.scenario.ScenarioFile;
import situs.trace.BadRows;

/** Reads scenario files, whose strategies must be among those there are. */
final class ScenarioFiles {
  private ScenarioFiles() {}

  /** The scenarios of a file; throws {@link situs.document.InputException} with all its errors. */
  static List<LoadedScenario> read(Path path, BadRows badRows) {
    return ScenarioFile.read(path, strategies(), badRows);
  }

  private static KnownStrategies strategies() {
    return new KnownStrategies(
        Strategies.all().stream().map(s -> s.name().split(":")[0]).toList(),
        spec -> Strategies.named(spec.name(), spec.reading()).isPresent());
  }
}
