package situs;

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
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import situs.contract.Contracts;
import situs.model.Datacenter;
import situs.model.ModelWorkload;
import situs.model.Placement;
import situs.model.Scenario;
import situs.placement.Strategies;
import situs.serving.CallMix;
import situs.serving.IterationTime;
import situs.serving.ReplicaEstimate;
import situs.simulation.Observations;
import situs.simulation.PoolUse;
import situs.simulation.Simulation;

/** The estimates that plans rest on, against the simulation. */
class PlannedCapacityTest {

  private static Scenario oneReplica(double callsPerSecond) {
    List<Datacenter> datacenters =
        List.of(datacenter("blue/a", offer(gpus("gpu8", "G", 8), "9", 1)));
    return scenario(
        datacenters,
        List.of(model("api", OptionalInt.of(8), flat("Town", callsPerSecond))),
        profile("G", 8, 1));
  }

  private static PoolUse simulated(Scenario scenario) {
    Placement placement =
        Strategies.named("cheapest", Optional.empty())
            .orElseThrow()
            .place(scenario, Contracts.NONE);
    return Simulation.run(scenario, placement, 1, List.of()).pools().get(0);
  }

  @Test
  void aSaturatedReplicaDoesAtLeastWhatWasEstimatedAndNotMuchMore() {
    ModelWorkload api = model("api", OptionalInt.of(8));
    double estimate =
        ReplicaEstimate.of(
                IterationTime.of(profile("G", 8, 1)),
                596_000,
                api.batching(),
                CallMix.direct(api),
                OptionalDouble.empty())
            .orElseThrow()
            .callsPerSecond();
    double done = simulated(oneReplica(2 * estimate)).completions() / 86_400.0;
    // The estimate reads the weights anew for a prompt chunk that shares an iteration.
    assertThat(done / estimate).isBetween(1.0, 1.15);
  }

  @Test
  void aPlanServesItsDemandWithoutMuchWaiting() {
    List<Datacenter> datacenters =
        List.of(
            datacenter(
                "blue/a", offer(gpus("gpu8", "G", 8), "9", 9), offer(machine("box", 16), "1", 99)));
    Scenario s =
        scenario(
            datacenters,
            List.of(
                model("api", OptionalInt.of(8), flat("Town", 3)),
                frontier("agents", "api", "owner", flat("Town", 0.3))),
            profile("G", 8, 1));
    for (String strategy : List.of("home", "cheapest", "fastest")) {
      Placement p =
          Strategies.named(strategy, Optional.empty()).orElseThrow().place(s, Contracts.NONE);
      Observations seen = Simulation.run(s, p, 1, List.of());
      // Refused while the replicas boot at the beginning of the window, and never again.
      assertThat(seen.counts()).allMatch(c -> c.refused() < 0.02 * c.offered());
      PoolUse models = seen.pools().get(0);
      assertThat(models.meanWaitS()).isLessThan(0.2 * models.meanTimeInSystemS());
      // Sized to three standard deviations above the mean, a runtime is not full.
      assertThat(seen.pools().get(1).utilisation()).isBetween(0.4, 0.8);
    }
  }
}
