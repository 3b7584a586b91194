package situs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import situs.document.InputException;
import situs.document.Names;
import situs.placement.Strategies;
import situs.placement.Strategy;
import situs.scenario.LoadedScenario;
import situs.scenario.StrategySpec;

/** Finds the strategies that a command line or a scenario names. */
final class StrategyChoice {
  private StrategyChoice() {}

  /**
   * The strategies asked for on the command line, else those of the scenario, else all; the
   * baseline before them where it is not among them.
   *
   * @throws InputException naming every one that does not exist
   */
  static List<Strategy> of(List<String> asked, Optional<String> baseline, LoadedScenario loaded) {
    List<Strategy> chosen = of(asked, loaded);
    boolean there =
        baseline.map(b -> chosen.stream().anyMatch(s -> s.name().equals(b))).orElse(true);
    return there
        ? chosen
        : Stream.concat(of(List.of(baseline.orElseThrow()), loaded).stream(), chosen.stream())
            .toList();
  }

  private static List<Strategy> of(List<String> asked, LoadedScenario loaded) {
    List<StrategySpec> specs =
        asked.isEmpty() ? loaded.strategies() : asked.stream().map(StrategyChoice::spec).toList();
    if (specs.isEmpty()) {
      return Strategies.all();
    }
    List<String> problems = new ArrayList<>();
    List<Strategy> found = new ArrayList<>();
    for (StrategySpec spec : specs) {
      Optional<Strategy> strategy = Strategies.named(spec.name(), spec.reading());
      Optional<String> problem = problem(spec, strategy, loaded.contracts().choices());
      problem.ifPresent(problems::add);
      strategy.ifPresent(found::add);
    }
    if (!problems.isEmpty()) {
      throw new InputException(String.join("\n", problems));
    }
    return found;
  }

  private static StrategySpec spec(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new StrategySpec(text, Optional.empty())
        : new StrategySpec(text.substring(0, colon), Optional.of(text.substring(colon + 1)));
  }

  private static Optional<String> problem(
      StrategySpec spec, Optional<Strategy> strategy, List<String> readings) {
    List<String> names = Strategies.all().stream().map(s -> plain(s.name())).toList();
    if (!names.contains(spec.name())) {
      return Optional.of("unknown strategy '" + spec.name() + "'" + Names.hint(spec.name(), names));
    }
    if (strategy.isEmpty()) {
      return Optional.of(
          "strategy '"
              + spec.name()
              + "' takes no reading; write it without ':"
              + spec.reading().orElse("")
              + "'");
    }
    return spec.reading()
        .filter(reading -> !readings.contains(reading))
        .map(
            reading ->
                "strategy '"
                    + spec
                    + "': no clause has a reading '"
                    + reading
                    + "'"
                    + Names.hint(reading, readings));
  }

  private static String plain(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }
}
