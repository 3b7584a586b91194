package situs.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import situs.document.InputException;
import situs.experiment.WarmUp;
import situs.experiment.WarmUpSearch;
import situs.model.Placement;
import situs.placement.Strategy;
import situs.scenario.LoadedScenario;

/** {@code warm-up: auto}, settled before a run and told. */
final class WarmUps {
  private WarmUps() {}

  /** The scenario with a warm-up of known length. */
  static LoadedScenario settle(
      LoadedScenario loaded, List<Strategy> strategies, int threads, PrintWriter err) {
    if (!loaded.findsWarmUp()) {
      return loaded;
    }
    List<Placement> placements =
        strategies.stream()
            .map(strategy -> strategy.place(loaded.scenario(), loaded.contracts()))
            .toList();
    WarmUp found = new WarmUpSearch(threads).find(loaded.scenario(), placements);
    if (!found.settled()) {
      throw new InputException(
          "'warm-up: auto' found no steady state within "
              + hours(found.pilot())
              + ": under strategy '"
              + found.strategy()
              + "' workload '"
              + found.workload()
              + "' still changed; give a length, such as `warm-up: 2 h`, or more capacity");
    }
    err.println("situs: " + note(loaded.scenario().name(), found));
    err.flush();
    return loaded.withWarmUp(found.length());
  }

  private static String note(String scenario, WarmUp found) {
    String why =
        found.workload().isEmpty()
            ? "nothing shows that it began empty"
            : "'" + found.workload() + "' under '" + found.strategy() + "' settles last";
    return scenario
        + ": warm-up "
        + found.length().toMinutes()
        + " min, by MSER-5 over pilots of "
        + hours(found.pilot())
        + ": "
        + why;
  }

  private static String hours(Duration length) {
    return length.toHours() + " h";
  }
}
