package situs;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import situs.contract.Contracts;
import situs.model.Disaggregation;
import situs.model.ModelWorkload;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Scenario;
import situs.placement.Strategies;
import situs.serving.CallMix;
import situs.serving.IterationTime;
import situs.serving.ReplicaEstimate;
import situs.serving.SplitReplicas;
import situs.simulation.PoolUse;
import situs.simulation.Simulation;

/** Pools with replicas for prefill and for decode are sized for it, and hold what was planned. */
class DisaggregatedPlacementTest {
  private static final Disaggregation ONE_TO_THREE = new Disaggregation(1, 3, 50e9, 1e-3);

  private static ModelWorkload api(double perSecond) {
    ModelWorkload m = model("api", OptionalInt.of(8), flat("Town", perSecond));
    return new ModelWorkload(
        m.name(),
        m.model(),
        m.weights(),
        m.parallel(),
        m.channel(),
        m.demand(),
        m.promptTokens(),
        m.outputTokens(),
        m.batching().with(ONE_TO_THREE),
        m.callState(),
        m.objectives());
  }

  private static Scenario world(double perSecond, int instances) {
    return scenario(
        List.of(datacenter("blue/a", offer(gpus("gpu8", "G", 8), "9", instances))),
        List.of(api(perSecond)),
        profile("G", 8, 1));
  }

  private static Placement place(String strategy, Scenario scenario) {
    return Strategies.named(strategy, Optional.empty())
        .orElseThrow()
        .place(scenario, Contracts.NONE);
  }

  private static ReplicaEstimate estimate() {
    return ReplicaEstimate.of(
            IterationTime.of(profile("G", 8, 1)),
            596_000,
            api(1).batching(),
            CallMix.direct(api(1)),
            OptionalDouble.empty(),
            Optional.of(SplitReplicas.of(ONE_TO_THREE, profile("G", 8, 1))))
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cheapest", "home", "optimal", "local-search"})
  void aPoolHasAsManyReplicasAsTheSlowerSideNeeds(String strategy) {
    // 4.1 replicas in proportion at 60 %; 5 are 2 and 3, worth 4, and 6 are 2 and 4, worth 5.33.
    double perSecond = 4.1 * 0.6 * estimate().callsPerSecond();
    Placed placed = place(strategy, world(perSecond, 50)).placed().get(0);
    assertThat(placed.replicas()).isEqualTo(6);
    if (strategy.equals("cheapest")) {
      assertThat(placed.why()).contains("what 2 prefill and 4 decode replicas sustain");
    }
  }

  @Test
  void theSmallestPoolHasOneOfEach() {
    assertThat(place("cheapest", world(0.01, 50)).placed().get(0).replicas()).isEqualTo(2);
  }

  @Test
  void whereThereIsRoomForOneReplicaNothingIsPlaced() {
    Placement none = place("cheapest", world(0.01, 1));
    assertThat(none.placed()).isEmpty();
    assertThat(none.unplaced()).hasSize(1);
    assertThat(none.unplaced().get(0).reason())
        .contains("prefill and decode need a replica each, all instances together are 1");
  }

  @Test
  void aSaturatedPoolDoesWhatWasEstimated() {
    Scenario saturated = world(8 * estimate().callsPerSecond(), 4);
    Placement four = place("cheapest", saturated);
    assertThat(four.placed().get(0).replicas()).isEqualTo(4);
    PoolUse use = Simulation.run(saturated, four, 1, List.of()).pools().get(0);
    double done = use.completions() / 86_400.0 / 4;
    assertThat(done / estimate().callsPerSecond()).isBetween(0.95, 1.1);
    assertThat(use.handovers().transfers()).isPositive();
  }

  @Test
  void aPlanServesItsDemandWithoutMuchWaiting() {
    Scenario planned = world(4.1 * 0.6 * estimate().callsPerSecond(), 50);
    var seen = Simulation.run(planned, place("cheapest", planned), 1, List.of());
    PoolUse use = seen.pools().get(0);
    assertThat(seen.counts()).allMatch(c -> c.refused() < 0.02 * c.offered());
    assertThat(use.meanWaitS()).isLessThan(0.2 * use.meanTimeInSystemS());
  }
}
