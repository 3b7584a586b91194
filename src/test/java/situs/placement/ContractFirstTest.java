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
import static situs.ScenarioFixture.scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import situs.model.Component;
import situs.model.Datacenter;
import situs.model.FrontierWorkload;
import situs.model.ModelWorkload;
import situs.model.Offer;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Region;
import situs.model.Route;
import situs.model.Scenario;
import situs.model.Unplaced;

class ContractFirstTest {
  private static final ModelWorkload API = model("api", OptionalInt.of(8), flat("Town", 3));
  private static final FrontierWorkload AGENTS =
      frontier("agents", "api", "red", flat("Town", 0.01));
  private static final List<Datacenter> BOTH =
      List.of(
          datacenter(
              "red/a", offer(gpus("gpu8", "G", 8), "1", 9), offer(machine("box", 16), "1", 9)),
          datacenter(
              "blue/b", offer(gpus("gpu8", "G", 8), "5", 9), offer(machine("box", 16), "5", 9)));

  /** Clauses as plain predicates: what they are true of is forbidden. */
  private record Clauses(Function<Spot, Boolean> places, Predicate<Route> routes)
      implements Permission {
    @Override
    public Optional<String> toPlace(Component component, Region region, Optional<Offer> type) {
      return places.apply(new Spot(component, region))
          ? Optional.of("clause 1: not in " + region.id())
          : Optional.empty();
    }

    @Override
    public Optional<String> toRoute(Route route) {
      return routes.test(route)
          ? Optional.of("clause 2: not by " + route.chainText())
          : Optional.empty();
    }
  }

  private record Spot(Component component, Region region) {}

  private static Placement place(Clauses clauses) {
    Scenario s = scenario(BOTH, List.of(API, AGENTS), profile("G", 8, 1));
    return new ContractFirst(Optional.empty()).place(s, clauses, "letter");
  }

  private static List<String> ids(Placement placement) {
    return placement.placed().stream().map(Placed::id).toList();
  }

  @Test
  void isTheCheapestWhereNothingIsForbidden() {
    Placement p = place(new Clauses(x -> false, r -> false));
    assertThat(ids(p))
        .containsExactly("api.model@red/a/gpu8", "agents.runtime@red/a/box", "agents.state@red/a");
    assertThat(p.placed().get(0).why()).startsWith("contract-first: permitted by the letter; ");
  }

  @Test
  void keepsModelsToWhereCallsMayGo() {
    // Calls to models end on blue; runtimes may stand anywhere.
    Placement p =
        place(
            new Clauses(
                x -> false,
                r -> r.target().role().equals("model") && r.target().provider().equals("red")));
    assertThat(ids(p))
        .containsExactly("api.model@blue/b/gpu8", "agents.runtime@red/a/box", "agents.state@red/a");
    assertThat(p.unplaced()).isEmpty();
  }

  @Test
  void choosesTheRuntimeSoThatItsCallsHaveSomewhereToGo() {
    // Calls end on blue, and no chain may touch red: the runtime must leave its cheapest region.
    Placement p =
        place(
            new Clauses(
                x -> false,
                r ->
                    r.chain().size() == 3
                        && r.chain().stream().anyMatch(s -> s.provider().equals("red"))));
    assertThat(ids(p))
        .containsExactly(
            "api.model@blue/b/gpu8", "agents.runtime@blue/b/box", "agents.state@blue/b");
  }

  @Test
  void aRegionThatMayNotHoldTheStateMayNotHoldTheRuntime() {
    Placement p =
        place(
            new Clauses(
                x ->
                    x.component().equals(AGENTS.stateStore())
                        && x.region().id().provider().equals("red"),
                r -> false));
    assertThat(ids(p)).contains("agents.runtime@blue/b/box", "agents.state@blue/b");
  }

  @Test
  void aPoolThatOnlySomeMayCallIsLeftOutWhereAnotherIsOpenToAll() {
    // The API alone may use red, but a router would send the runtime's calls there as well.
    Placement p =
        place(
            new Clauses(
                x -> false, r -> r.chain().size() == 3 && r.target().provider().equals("red")));
    assertThat(ids(p)).containsOnlyOnce("api.model@blue/b/gpu8").doesNotContain("api.model@red/a");
    assertThat(p.of(API.pool())).hasSize(1);
  }

  @Test
  void eachFlowGoesToItsOwnOptionsWhereNoneIsOpenToAll() {
    Placement p =
        place(
            new Clauses(
                x -> false,
                r ->
                    r.target().role().equals("model")
                        && (r.chain().size() == 3) == r.target().provider().equals("red")));
    assertThat(p.unplaced()).isEmpty();
    assertThat(p.of(API.pool()))
        .extracting(x -> x.region().id().toString())
        .containsExactlyInAnyOrder("red/a", "blue/b");
    assertThat(p.of(API.pool()).get(0).why()).contains("permitted by the letter to this origin");
  }

  @Test
  void whatIsPermittedNowhereIsUnplacedWithTheClause() {
    Placement p = place(new Clauses(x -> x.component().equals(API.pool()), r -> false));
    assertThat(p.placed()).isEmpty();
    assertThat(p.unplaced())
        .extracting(Unplaced::component)
        .containsExactly(API.pool(), AGENTS.runtimePool(), AGENTS.stateStore());
    assertThat(p.unplaced().get(0).share()).isEqualTo(1);
    assertThat(p.unplaced().get(0).reason())
        .isEqualTo("red/a/gpu8: clause 1: not in red/a; blue/b/gpu8: clause 1: not in blue/b");
    assertThat(p.unplaced().get(1).reason())
        .contains("its model calls may go nowhere: clause 1: not in red/a");
  }
}
