package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import situs.model.Cause;
import situs.model.Placement;
import situs.model.Route;
import situs.model.RouteUse;
import situs.placement.Strategies;
import situs.placement.Strategy;
import situs.scenario.KnownStrategies;
import situs.scenario.LoadedScenario;
import situs.scenario.ScenarioFile;
import situs.trace.BadRows;

/** What is said of traffic beforehand is what a run sees. */
class PlannedRoutesTest {
  private static final LoadedScenario DISPUTE =
      ScenarioFile.read(
              Path.of("scenarios/frontier-dispute.yaml"),
              new KnownStrategies(
                  Strategies.all().stream().map(s -> s.name().split(":")[0]).toList(), s -> true),
              BadRows.FAIL)
          .get(0);

  static Stream<Strategy> strategies() {
    return Stream.of("home", "split", "spread", "cheapest", "optimal")
        .map(name -> Strategies.named(name, java.util.Optional.empty()).orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void aRunGoesTheseWaysWherePoolsHaveRoom(Strategy strategy) {
    Placement placement = strategy.place(DISPUTE.scenario(), DISPUTE.contracts());
    List<Route> seen =
        Simulation.run(DISPUTE.scenario(), placement, 1, List.of()).routes().stream()
            .map(RouteUse::route)
            .filter(route -> route.cause() == Cause.PRIMARY)
            .distinct()
            .toList();
    assertThat(PlannedRoutes.of(DISPUTE.scenario(), placement))
        .containsExactlyInAnyOrderElementsOf(seen);
  }
}
