package situs.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.frontier;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.machine;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import situs.ScenarioFixture.Wires;
import situs.contract.Contracts;
import situs.model.Component;
import situs.model.Datacenter;
import situs.model.InstanceType;
import situs.model.ModelWorkload;
import situs.model.Network;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.model.Unplaced;
import situs.model.Workload;

/**
 * A replica of the fixture's profile takes 0.12 s of prefill and 100 * 0.020 / 10 s of decoding a
 * call: 3.125 calls/s, of which 60 % are planned: 1.875 calls/s.
 */
class StrategiesTest {
  private static final InstanceType GPU = gpus("gpu8", "G", 8);
  private static final InstanceType BOX = machine("box", 16);
  private static final ModelWorkload API = model("api", OptionalInt.of(8), flat("Town", 3));

  private static Placement place(String strategy, Scenario scenario) {
    return Strategies.named(strategy, Optional.empty())
        .orElseThrow()
        .place(scenario, Contracts.NONE);
  }

  private static Scenario wired(
      List<Datacenter> datacenters, List<Workload> workloads, Map<String, Double> ms) {
    Network network = new Wires(ms);
    return scenario(
        Optional.of("blue"),
        datacenters,
        workloads,
        List.of(),
        List.of(profile("G", 8, 1)),
        network);
  }

  private static Map<String, Integer> instances(Placement placement, Component component) {
    return placement.of(component).stream()
        .collect(
            Collectors.toMap(p -> p.region().id().toString(), Placed::instances, Integer::sum));
  }

  @Test
  void registersEachStrategyOnceAndSaysWhatItDoes() {
    assertThat(Strategies.all())
        .extracting(Strategy::name)
        .containsExactly(
            "home",
            "cheapest",
            "fastest",
            "split",
            "spread",
            "contract-first",
            "optimal",
            "robust",
            "local-search");
    assertThat(Strategies.all()).extracting(Strategy::description).doesNotHaveDuplicates();
    assertThat(Strategies.named("contract-first", Optional.of("spirit")))
        .map(Strategy::name)
        .contains("contract-first:spirit");
    assertThat(Strategies.named("home", Optional.of("spirit"))).isEmpty();
    assertThat(Strategies.named("cheepest", Optional.empty())).isEmpty();
  }

  @Test
  void homeStaysWithTheHomeProviderAndGoesToTheNearestRegion() {
    Scenario s =
        wired(
            List.of(
                datacenter("red/near", offer(GPU, "1", 9)),
                datacenter("blue/far", offer(GPU, "2", 9)),
                datacenter("blue/close", offer(GPU, "5", 9))),
            List.of(API),
            Map.of("Town>red/near", 1.0, "Town>blue/close", 10.0, "Town>blue/far", 80.0));
    Placement p = place("home", s);
    // 3 / 1.875 = 1.6: 2 instances
    assertThat(instances(p, API.pool())).isEqualTo(Map.of("blue/close", 2));
    assertThat(p.unplaced()).isEmpty();
    assertThat(p.routing()).isEqualTo(RoutingRule.NEAREST);
    assertThat(p.placed().get(0).why())
        .isEqualTo(
            "home: blue is the contractual home; nearest to Town (10.0 ms); peak takes 48 % of what"
                + " 2 replicas sustain (3.13 calls/s each at batch 10, bounded by max sequences;"
                + " planned to 60 %); iteration times are assumed: this test");
  }

  @Test
  void homeSpillsToTheNextRegionWhenTheNearestIsFull() {
    Scenario s =
        wired(
            List.of(
                datacenter("blue/far", offer(GPU, "2", 9)),
                datacenter("blue/close", offer(GPU, "5", 1))),
            List.of(API),
            Map.of("Town>blue/close", 10.0, "Town>blue/far", 80.0));
    Placement p = place("home", s);
    assertThat(instances(p, API.pool())).isEqualTo(Map.of("blue/close", 1, "blue/far", 1));
    // 1.875 of 3 calls/s fit: the closer one carries more, and stands first
    assertThat(p.placed().get(0).region().id()).hasToString("blue/close");
  }

  @Test
  void aHomeThatIsNotKnownLeavesEverythingUnplaced() {
    Scenario s =
        scenario(
            Optional.empty(),
            List.of(datacenter("blue/a", offer(GPU, "2", 9))),
            List.of(API),
            List.of(),
            List.of(profile("G", 8, 1)),
            new Wires(Map.of()));
    assertThat(place("home", s).unplaced())
        .containsExactly(
            new Unplaced(
                API.pool(), 1, "neither a contract nor the scenario names a home provider"));
  }

  @Test
  void whatHasNoProfileIsNamedWithWhatThereIs() {
    Scenario s =
        scenario(
            List.of(datacenter("blue/a", offer(gpus("new", "GB200", 4), "9", 1))),
            List.of(model("api", OptionalInt.empty(), flat("Town", 1))),
            profile("G", 8, 1),
            profile("G", 4, 1));
    assertThat(place("cheapest", s).unplaced())
        .extracting(Unplaced::reason)
        .containsExactly(
            "no offer can hold it: blue/a/new: no serving profile for m (fp8) on 4 x GB200; there"
                + " are 4 x G, 8 x G");
  }

  @Test
  void whatDoesNotFitIsUnplacedWithItsShare() {
    Scenario s =
        scenario(
            List.of(datacenter("blue/a", offer(GPU, "9", 1))), List.of(API), profile("G", 8, 1));
    for (String strategy : List.of("home", "cheapest", "spread", "contract-first")) {
      Placement p = place(strategy, s);
      assertThat(p.unplaced()).hasSize(1);
      // 1.875 of 3 calls/s fit
      assertThat(p.unplaced().get(0).share()).isCloseTo(0.375, within(1e-9));
      assertThat(p.unplaced().get(0).reason())
          .isEqualTo("no room left: blue/a/gpu8 has 1; it would take 1 more of the first");
    }
  }

  @Test
  void cheapestSaysWhatACallCostsAndWhatTheNextBestWouldCost() {
    Scenario s =
        scenario(
            List.of(
                datacenter("blue/a", offer(GPU, "98.32", 9)),
                datacenter("red/b", offer(GPU, "55.04", 9))),
            List.of(API),
            profile("G", 8, 1));
    Placement p = place("cheapest", s);
    assertThat(instances(p, API.pool())).isEqualTo(Map.of("red/b", 2));
    // 55.04 / (1.875 * 3600) * 1000 = 8.154; 98.32: 14.57
    assertThat(p.placed().get(0).why())
        .startsWith(
            "cheapest: 8.154 USD per 1,000 calls at 55.04 USD/h, next best 14.57 (blue/a/gpu8)");
  }

  @Test
  void cheapestRentsTheDearerTypeWhereWholeInstancesOfTheCheaperCostMore() {
    // 1.9 calls/s need two of the fixture's, 20 USD; one of half the iteration time carries 3.75
    InstanceType quick = gpus("quick", "Q", 8);
    Scenario s =
        scenario(
            List.of(datacenter("blue/a", offer(GPU, "10", 9), offer(quick, "19", 9))),
            List.of(model("api", OptionalInt.of(8), flat("Town", 1.9))),
            profile("G", 8, 1),
            profile("Q", 8, 0.5));
    assertThat(place("cheapest", s).placed())
        .extracting(x -> x.offer().orElseThrow().type().name())
        .containsExactly("quick");
  }

  @Test
  void fastestTakesTheQuickerAcceleratorWhenItOutweighsTheDistance() {
    InstanceType quick = gpus("quick", "Q", 8);
    Function<Double, Scenario> atDistance =
        ms ->
            scenario(
                Optional.of("blue"),
                List.of(
                    datacenter("blue/near", offer(GPU, "1", 99)),
                    datacenter("red/far", offer(quick, "50", 99))),
                List.of(API),
                List.of(),
                List.of(profile("G", 8, 1), profile("Q", 8, 0.5)),
                new Wires(Map.of("Town>blue/near", 0.0, "Town>red/far", ms)));
    // At 40 %: batch 4, decoding 0.014 s an iteration, prefills take 0.4 * 3.125 * 0.12 = 0.15:
    // 0.12 + 100 * 0.014 / 0.85 = 1.767 s against half of it, 0.884 s
    assertThat(instances(place("fastest", atDistance.apply(800.0)), API.pool()))
        .containsOnlyKeys("red/far");
    assertThat(instances(place("fastest", atDistance.apply(900.0)), API.pool()))
        .containsOnlyKeys("blue/near");
  }

  @Test
  void fastestPlansMoreReplicas() {
    Scenario s =
        scenario(
            List.of(datacenter("blue/a", offer(GPU, "9", 9))), List.of(API), profile("G", 8, 1));
    // 3 / (0.4 * 3.125) = 2.4
    assertThat(instances(place("fastest", s), API.pool())).isEqualTo(Map.of("blue/a", 3));
  }

  @Test
  void splitPutsARuntimeWithItsSellerAndTheRestAtHome() {
    Workload resold = frontier("resold", "api", "red", flat("Town", 0.01));
    Workload own = frontier("own", "api", "owner", flat("Town", 0.01));
    Scenario s =
        wired(
            List.of(
                datacenter("red/a", offer(GPU, "1", 9), offer(BOX, "1", 9)),
                datacenter("blue/b", offer(GPU, "2", 9), offer(BOX, "2", 9))),
            List.of(API, resold, own),
            Map.of());
    Placement p = place("split", s);
    assertThat(p.unplaced()).isEmpty();
    assertThat(p.placed())
        .extracting(Placed::id)
        .containsExactly(
            "api.model@blue/b/gpu8",
            "resold.runtime@red/a/box",
            "resold.state@red/a",
            "own.runtime@blue/b/box",
            "own.state@blue/b");
    assertThat(p.placed().get(1).why()).startsWith("split: red distributes it; nearest to Town");
  }

  @Test
  void spreadSharesByCapacity() {
    Scenario s =
        wired(
            List.of(
                datacenter("red/a", offer(GPU, "1", 30)),
                datacenter("blue/b", offer(GPU, "2", 10)),
                datacenter("blue/c", offer(GPU, "2", 20))),
            List.of(model("api", OptionalInt.of(8), flat("Town", 37.5))),
            Map.of("Town>blue/c", 5.0));
    // Half and half: 18.75 / 1.875 = 10 instances each; within blue, c is nearer
    assertThat(instances(place("spread", s), API.pool()))
        .isEqualTo(Map.of("red/a", 10, "blue/c", 10));
  }

  @Test
  void runtimesKeepThreeStandardDeviationsFree() {
    // Calls: 6 in a session. Mix: see CallMixTest; slowest option saturated gives the call time.
    Workload agents = frontier("agents", "api", "owner", flat("Town", 1));
    Scenario s =
        scenario(
            List.of(datacenter("blue/a", offer(GPU, "9", 99), offer(BOX, "1", 99))),
            List.of(model("api", OptionalInt.of(8)), agents),
            profile("G", 8, 1));
    double sessions =
        Demand.sessions(s, Options.of(s)).stream()
            .mapToDouble(f -> f.peakPerSecond() * ((Flow.Session) f.unit()).lengthS())
            .sum();
    // 2 turns of 3 calls and 2 tools of 5 s, and 60 s of thinking between: 80 s and the calls
    assertThat(sessions).isBetween(80.0, 110.0);
    int places = (int) Math.ceil((sessions + 3 * Math.sqrt(sessions)) / 16) * 16;
    assertThat(
            instances(place("cheapest", s), ((situs.model.FrontierWorkload) agents).runtimePool()))
        .isEqualTo(Map.of("blue/a", places / 16));
  }

  @Test
  void aModelThatNobodyCallsIsNamed() {
    Scenario s =
        scenario(
            List.of(datacenter("blue/a", offer(GPU, "9", 1))),
            List.of(model("idle", OptionalInt.of(8))),
            profile("G", 8, 1));
    assertThat(place("cheapest", s).unplaced())
        .containsExactly(
            new Unplaced(
                new Component("idle", situs.model.ComponentKind.MODEL), 0, "nothing asks for it"));
  }

  @Test
  void twoRuntimesShareAnOffer() {
    Scenario s =
        wired(
            List.of(
                datacenter("blue/a", offer(GPU, "1", 99), offer(BOX, "1", 10)),
                datacenter("blue/b", offer(BOX, "2", 10))),
            List.of(
                model("api", OptionalInt.of(8)),
                frontier("one", "api", "owner", flat("Town", 1)),
                frontier("two", "api", "owner", flat("Town", 1))),
            Map.of("Town>blue/a", 1.0));
    for (Strategy strategy : Strategies.all()) {
      Placement p = strategy.place(s, Contracts.NONE);
      int rented =
          p.placed().stream()
              .filter(x -> x.id().endsWith("@blue/a/box"))
              .mapToInt(Placed::instances)
              .sum();
      assertThat(rented).isBetween(1, 10);
    }
  }
}
