package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

  /** Shares of the round trips of a workload from an origin, to its runtimes or to its models. */
  @ParameterizedTest
  @MethodSource("strategies")
  void aRunDividesTrafficAsPlanned(Strategy strategy) {
    Placement placement = strategy.place(DISPUTE.scenario(), DISPUTE.contracts());
    List<RouteUse> uses = Simulation.run(DISPUTE.scenario(), placement, 1, List.of()).routes();
    for (PlannedRoutes.Planned planned : PlannedRoutes.shares(DISPUTE.scenario(), placement)) {
      Route route = planned.route();
      double all =
          uses.stream()
              .filter(u -> u.route().workload().equals(route.workload()))
              .filter(u -> u.route().origin().equals(route.origin()))
              .filter(u -> u.route().hop() == route.hop())
              .mapToDouble(RouteUse::requests)
              .sum();
      double here =
          uses.stream().filter(u -> u.route().equals(route)).mapToDouble(RouteUse::requests).sum();
      planned
          .share()
          .ifPresent(
              share ->
                  assertThat(here / all)
                      .as(route.name())
                      .isCloseTo(share, within(0.001 + 4 * deviation(share, all))));
    }
  }

  /** A session's calls, some 25 and geometric in number, go one way: 50 times their variance. */
  private static double deviation(double share, double all) {
    return Math.sqrt(50 * share * Math.max(0, 1 - share) / all);
  }
}
