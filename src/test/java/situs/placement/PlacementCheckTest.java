package situs.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.frontier;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.machine;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.region;
import static situs.ScenarioFixture.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import situs.contract.Contracts;
import situs.model.Component;
import situs.model.ComponentKind;
import situs.model.Offer;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.RegionId;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.model.Share;
import situs.model.Unplaced;
import situs.scenario.KnownStrategies;
import situs.scenario.LoadedScenario;
import situs.scenario.ScenarioFile;

class PlacementCheckTest {
  private static final Component API = new Component("api", ComponentKind.MODEL);
  private static final Component RUNTIME = new Component("agents", ComponentKind.RUNTIME);

  private static final KnownStrategies KNOWN =
      new KnownStrategies(Strategies.all().stream().map(Strategy::name).toList(), spec -> true);

  private final Scenario scenario =
      scenario(
          List.of(
              datacenter(
                  "blue/a",
                  offer(gpus("gpu8", "G", 8), "10", 3),
                  offer(machine("box", 16), "1", 9)),
              datacenter("red/b", offer(gpus("gpu8", "G", 8), "12", 3))),
          List.of(
              model("api", OptionalInt.of(4), flat("North", 1)),
              frontier("agents", "api", "owner", flat("North", 0.01))),
          profile("G", 4, 1));
  private final Placement home = new Home().place(scenario, Contracts.NONE);

  /** The placement of home with one of its parts changed. */
  private List<String> problems(Component component, UnaryOperator<Placed> change) {
    return problems(
        home.placed().stream()
            .map(p -> p.component().equals(component) ? change.apply(p) : p)
            .toList());
  }

  private List<String> problems(List<Placed> placed) {
    return PlacementCheck.problems(
        scenario, new Placement("own", placed, List.of(), RoutingRule.NEAREST));
  }

  private static Placed rent(Placed p, Optional<Offer> offer, int instances, int replicas) {
    return new Placed(p.component(), p.region(), offer, p.profile(), instances, replicas, p.why());
  }

  @Test
  void whatTheBundledStrategiesReturnIsFlawless() {
    for (Strategy strategy : Strategies.all()) {
      assertThat(PlacementCheck.problems(scenario, strategy.place(scenario, Contracts.NONE)))
          .as(strategy.name())
          .isEmpty();
    }
  }

  @Test
  void soItIsOnTheShippedScenarios() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
      List<Path> scenarios = files.filter(f -> f.toString().endsWith(".yaml")).toList();
      assertThat(scenarios).isNotEmpty();
      for (Path file : scenarios) {
        LoadedScenario loaded = ScenarioFile.read(file, KNOWN).get(0);
        for (Strategy strategy : Strategies.all()) {
          Placement placement = strategy.place(loaded.scenario(), loaded.contracts());
          assertThat(PlacementCheck.problems(loaded.scenario(), placement))
              .as(file + " " + strategy.name())
              .isEmpty();
        }
      }
    }
  }

  @Test
  void moreInstancesThanOfferedAreTold() {
    assertThat(problems(API, p -> rent(p, p.offer(), 4, 8)))
        .containsExactly("blue/a/gpu8: rents 4 instances of 3");
  }

  @Test
  void replicasThatTheInstancesDoNotHoldAreTold() {
    // Two replicas of 4 accelerators on an instance of 8.
    assertThat(problems(API, p -> rent(p, p.offer(), 2, 5)))
        .containsExactly("api.model@blue/a/gpu8: 2 instances are 4 replicas, not 5");
    assertThat(problems(API, p -> rent(p, p.offer(), 0, 0)))
        .containsExactly("api.model@blue/a/gpu8: rents 0 instances");
  }

  @Test
  void aPriceOfItsOwnIsTold() {
    Optional<Offer> cheaper = Optional.of(offer(gpus("gpu8", "G", 8), "0.01", 3));
    assertThat(problems(API, p -> rent(p, cheaper, p.instances(), p.replicas())))
        .containsExactly("api.model@blue/a/gpu8: its price or number is not the scenario's");
  }

  @Test
  void whatTheScenarioDoesNotOfferIsTold() {
    Optional<Offer> box = Optional.of(offer(machine("box", 16), "1", 9));
    assertThat(problems(API, p -> rent(p, box, 1, 1)))
        .containsExactly("api.model@blue/a/box: has no accelerators");
    Optional<Offer> other = Optional.of(offer(gpus("gpu9", "G", 8), "10", 3));
    assertThat(problems(API, p -> rent(p, other, 1, 2)))
        .containsExactly("api.model@blue/a/gpu9: the scenario does not offer gpu9 there");
    assertThat(problems(API, p -> rent(p, Optional.empty(), 1, 2)).get(0))
        .contains("it rents nothing");
  }

  @Test
  void aRegionOrComponentThatIsNotThereIsTold() {
    assertThat(
            problems(
                API,
                p ->
                    new Placed(p.component(), region("green/x"), p.offer(), p.profile(), 1, 2, "")))
        .containsExactly("api.model@green/x/gpu8: the scenario rents nothing in green/x");
    List<Placed> more = new ArrayList<>(home.placed());
    Placed first = more.get(0);
    more.add(
        new Placed(
            new Component("ghost", ComponentKind.MODEL),
            first.region(),
            first.offer(),
            first.profile(),
            1,
            2,
            ""));
    assertThat(problems(more))
        .contains(
            "ghost.model@blue/a/"
                + first.offer().orElseThrow().type().name()
                + ": the scenario has no component ghost.model");
  }

  @Test
  void aRegionThatIsDescribedInAnotherWayIsTold() {
    assertThat(
            problems(
                API,
                p ->
                    new Placed(
                        p.component(),
                        region("blue/a", Optional.of(1.0), Optional.of(1.0)),
                        p.offer(),
                        p.profile(),
                        p.instances(),
                        p.replicas(),
                        "")))
        .containsExactly("api.model@blue/a/gpu8: what it says of its region is not the scenario's");
  }

  @Test
  void aShareOfWhatNobodyAsksForIsTold() {
    Placement shares =
        new Placement(
            "own",
            home.placed(),
            List.of(),
            RoutingRule.WEIGHTED,
            List.of(new Share("api", "South", Optional.empty(), "api.model@blue/a/gpu8", 1)));
    assertThat(PlacementCheck.problems(scenario, shares))
        .containsExactly("share of api.model@blue/a/gpu8: api has no demand from South");
  }

  @Test
  void aRuntimeNeedsItsStateBesideItAndNothingMayBeForgotten() {
    Component state = new Component("agents", ComponentKind.STATE);
    List<Placed> without =
        home.placed().stream().filter(p -> !p.component().equals(state)).toList();
    assertThat(problems(without))
        .containsExactly(
            "agents.runtime@blue/a/box: no agents.state in its region",
            "agents.state: neither placed nor unplaced");
  }

  @Test
  void thingsTwiceAndSharesOfNothingAreTold() {
    List<Placed> twice = new ArrayList<>(home.placed());
    twice.addAll(home.of(RUNTIME));
    assertThat(problems(twice)).contains("agents.runtime@blue/a/box: stands there twice");
    Placement shares =
        new Placement(
            "own",
            home.placed(),
            List.of(new Unplaced(API, 1.5, "too much")),
            RoutingRule.WEIGHTED,
            List.of(new Share("api", "North", Optional.empty(), "api.model@red/b/gpu8", 2)));
    assertThat(PlacementCheck.problems(scenario, shares))
        .containsExactly(
            "unplaced api.model: a share of 1.5",
            "share: nothing is placed at api.model@red/b/gpu8",
            "share of api.model@red/b/gpu8: 2.0");
  }

  /** Home's pools, with these shares of its three flows: clients, sessions, calls of sessions. */
  private List<String> weighed(double clients, double sessions, double calls, Unplaced... left) {
    Optional<RegionId> runtime = Optional.of(region("blue/a").id());
    return PlacementCheck.problems(
        scenario,
        new Placement(
            "own",
            home.placed(),
            List.of(left),
            RoutingRule.WEIGHTED,
            List.of(
                new Share("api", "North", Optional.empty(), "api.model@blue/a/gpu8", clients),
                new Share(
                    "agents", "North", Optional.empty(), "agents.runtime@blue/a/box", sessions),
                new Share("agents", "North", runtime, "api.model@blue/a/gpu8", calls))));
  }

  @Test
  void sharesAndWhatIsUnplacedComeToTheWholeDemand() {
    assertThat(weighed(1, 1, 1)).isEmpty();
    assertThat(weighed(1, 0.75, 1, new Unplaced(RUNTIME, 0.25, "full"))).isEmpty();
    assertThat(weighed(0, 1, 1))
        .singleElement()
        .satisfies(p -> assertThat(p).startsWith("api.model: shares leave "));
    assertThat(weighed(1, 0.2, 1))
        .containsExactly(
            "agents.runtime: shares leave 80 % of its demand, and 0 % of it is unplaced");
    assertThat(weighed(0, 1, 0))
        .containsExactly("api.model: shares leave 100 % of its demand, and 0 % of it is unplaced");
    assertThat(weighed(1, 1, 1, new Unplaced(RUNTIME, 1, "none of it")))
        .containsExactly(
            "agents.runtime: shares leave 0 % of its demand, and 100 % of it is unplaced");
  }

  @Test
  void noFlowIsGivenOutTwice() {
    Share all = new Share("api", "North", Optional.empty(), "api.model@blue/a/gpu8", 1);
    assertThat(
            PlacementCheck.problems(
                scenario,
                new Placement(
                    "own", home.placed(), List.of(), RoutingRule.WEIGHTED, List.of(all, all))))
        .contains("api from North: its shares of api.model come to 2.00000, more than 1");
  }

  @Test
  void whatStandsNowhereIsUnplacedAndWhatStandsIsNotAllOfIt() {
    assertThat(
            PlacementCheck.problems(
                scenario,
                new Placement(
                    "own",
                    home.placed(),
                    List.of(new Unplaced(API, 1, "none of it")),
                    RoutingRule.NEAREST)))
        .containsExactly("api.model: it is placed, and 100 % of it is unplaced");
    List<Unplaced> nothing =
        Stream.of(API, RUNTIME, new Component("agents", ComponentKind.STATE))
            .map(c -> new Unplaced(c, 0, "no reason"))
            .toList();
    assertThat(
            PlacementCheck.problems(
                scenario, new Placement("own", List.of(), nothing, RoutingRule.NEAREST)))
        .containsExactly(
            "api.model: it stands nowhere, and 0 % of it is unplaced",
            "agents.runtime: it stands nowhere, and 0 % of it is unplaced",
            "agents.state: it stands nowhere, and 0 % of it is unplaced");
  }
}
