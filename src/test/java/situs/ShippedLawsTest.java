package situs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import situs.model.ComponentKind;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Scenario;
import situs.placement.Strategies;
import situs.scenario.LoadedScenario;
import situs.scenario.ScenarioFile;
import situs.simulation.Observations;
import situs.simulation.PoolUse;
import situs.simulation.Simulation;
import situs.simulation.WorkloadCount;

/** Laws that hold whatever the parameters, on the shipped dispute under each kind of placement. */
class ShippedLawsTest {
  private static final LoadedScenario LOADED =
      ScenarioFile.read(Path.of("scenarios/frontier-dispute.yaml")).get(0);

  @ParameterizedTest
  @ValueSource(strings = {"home", "cheapest", "split", "spread"})
  void poolsKeepTheLawsOfQueues(String strategy) {
    Scenario scenario = LOADED.scenario();
    Placement placement =
        Strategies.named(strategy, Optional.empty())
            .orElseThrow()
            .place(scenario, LOADED.contracts());
    Observations seen = Simulation.run(scenario, placement, 1, List.of());
    Map<String, PoolUse> uses =
        seen.pools().stream().collect(Collectors.toMap(PoolUse::placement, Function.identity()));
    for (Placed placed : placement.placed()) {
      PoolUse use = uses.get(placed.id());
      assertThat(use.utilisation()).as(placed.id()).isBetween(0.0, 1.0);
      if (placed.component().kind() != ComponentKind.STATE) {
        // Rented is up: every replica, for the whole day.
        assertThat(use.readyReplicaHours()).isCloseTo(placed.replicas() * 24.0, within(1e-6));
      }
      if (placed.component().kind() == ComponentKind.MODEL) {
        littlesLaw(placed.id(), use, seen.windowS());
      }
    }
    flowBalance(seen);
  }

  /** L = lambda W. Calls last seconds and the window a day: the ends make less than 1 %. */
  private static void littlesLaw(String pool, PoolUse use, double windowS) {
    double rate = use.arrivals() / windowS;
    double expected = rate * use.meanTimeInSystemS();
    System.out.printf("%-50s L = %.3f, lambda W = %.3f%n", pool, use.meanInSystem(), expected);
    assertThat(use.meanInSystem()).as(pool).isCloseTo(expected, within(0.01 * expected));
  }

  /** What came in was served, refused or lost; what was served is what the pools ended. */
  private static void flowBalance(Observations seen) {
    for (WorkloadCount count : seen.counts()) {
      assertThat(count.offered()).isEqualTo(count.served() + count.refused() + count.lost());
    }
    long calls = seen.counts().stream().mapToLong(WorkloadCount::calls).sum();
    long ended =
        seen.pools().stream()
            .filter(p -> p.placement().contains(".model@"))
            .mapToLong(PoolUse::completions)
            .sum();
    assertThat(ended).isEqualTo(calls);
  }
}
