package situs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import situs.model.ComponentKind;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Scenario;
import situs.placement.Strategies;
import situs.placement.Strategy;
import situs.scenario.LoadedScenario;
import situs.scenario.ScenarioFile;
import situs.simulation.Observations;
import situs.simulation.PoolFlow;
import situs.simulation.PoolUse;
import situs.simulation.Simulation;
import situs.simulation.WorkloadCount;

/** Laws that hold whatever the parameters, on what is shipped. */
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
    assertThat(seen.flows()).isNotEmpty().allMatch(PoolFlow::balances);
  }

  /** The shipped scenarios, sweeps spread out; of the day of the largest service one minute. */
  private static List<LoadedScenario> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .flatMap(file -> ScenarioFile.read(file).stream())
          .map(ShippedLawsTest::shortened)
          .toList();
    }
  }

  private static LoadedScenario shortened(LoadedScenario loaded) {
    return loaded.scenario().name().equals("chatgpt-day")
        ? loaded.withDuration(Duration.ofMinutes(1)).withWarmUp(Duration.ofMinutes(1))
        : loaded;
  }

  private static List<Strategy> strategies(LoadedScenario loaded) {
    List<Strategy> named =
        loaded.strategies().stream()
            .map(spec -> Strategies.named(spec.name(), spec.reading()).orElseThrow())
            .toList();
    return named.isEmpty() ? Strategies.all() : named;
  }

  /**
   * A pool with what Little's law says of it.
   *
   * @param inSystem L
   * @param expected lambda W of the requests that ended
   * @param cut share of the requests that an end of the window cuts, whose time counts on one side
   *     only
   */
  private record Little(String pool, double inSystem, double expected, double cut) {
    static Little of(PoolUse use, PoolFlow flow, double windowS) {
      double expected =
          use.completions() == 0 ? 0 : use.completions() / windowS * use.meanTimeInSystemS();
      double cut = (flow.before() + flow.after()) / Math.max(1.0, flow.completions());
      return new Little(use.placement(), use.meanInSystem(), expected, cut);
    }

    double difference() {
      return inSystem == 0 ? 0 : expected / inSystem - 1;
    }

    /** Stays that an end cuts are longer than others: an instant meets stays by their length. */
    boolean holds() {
      return Math.abs(difference()) <= 3 * cut + 1e-9;
    }
  }

  @Test
  @Tag("validity")
  void everyPoolOfEveryScenarioKeepsThem() throws IOException {
    StringBuilder table = new StringBuilder();
    table.append(
        "| scenario | strategy | pools | came | flows balance | furthest from Little's law | L |"
            + " lambda W | difference | cut by the window | verdict |\n");
    table.append("|---|---|---|---|---|---|---|---|---|---|---|\n");
    for (LoadedScenario loaded : shipped()) {
      for (Strategy strategy : strategies(loaded)) {
        Placement placement = strategy.place(loaded.scenario(), loaded.contracts());
        if (!placement.placed().isEmpty()) {
          table.append(line(loaded.scenario(), placement));
        }
      }
    }
    ValidityPage.section("laws", table.toString());
  }

  private static String line(Scenario scenario, Placement placement) {
    Observations seen = Simulation.run(scenario, placement, 1, List.of());
    Map<String, PoolUse> uses =
        seen.pools().stream().collect(Collectors.toMap(PoolUse::placement, Function.identity()));
    List<Little> laws =
        seen.flows().stream()
            .map(flow -> Little.of(uses.get(flow.placement()), flow, seen.windowS()))
            .toList();
    Little worst =
        laws.stream().max(Comparator.comparing(l -> Math.abs(l.difference()))).orElseThrow();
    String name = scenario.name() + ", " + placement.strategy();
    assertThat(seen.flows()).as(name).allMatch(PoolFlow::balances);
    assertThat(laws).as(name).allMatch(Little::holds);
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %,d | all | `%s` | %.3f | %.3f | %+.2f %% | %.2f %% | holds |%n",
        scenario.name(),
        placement.strategy(),
        laws.size(),
        seen.flows().stream().mapToLong(PoolFlow::arrivals).sum(),
        worst.pool(),
        worst.inSystem(),
        worst.expected(),
        100 * worst.difference(),
        100 * worst.cut());
  }
}
