package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import situs.model.Component;
import situs.model.ComponentKind;
import situs.model.Distribution.Constant;
import situs.model.Distribution.Exponential;
import situs.model.FrontierWorkload.OnOutage;
import situs.model.FrontierWorkload.Session;
import situs.model.FrontierWorkload.State;
import situs.model.Metric;
import situs.model.ModelWorkload;
import situs.model.ModelWorkload.Batching;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Scenario;
import situs.model.ServingProfile.ThreeTerms;
import situs.model.Workload;

class IslandsTest {
  private static final ModelWorkload API =
      Worlds.model(5, new Exponential(300), new Exponential(100), new Batching(64, 2048, 100));
  private static final Workload AGENTS =
      Worlds.agents(
          0.02,
          new Session(
              3,
              4,
              new Constant(5000),
              new Constant(300),
              new Constant(100),
              0.9,
              new Constant(1),
              new Exponential(30),
              State.CLIENT,
              1,
              OnOutage.FAILOVER));

  private static ModelWorkload other() {
    return new ModelWorkload(
        "other",
        API.model(),
        API.weights(),
        API.parallel(),
        API.channel(),
        API.demand(),
        API.promptTokens(),
        API.outputTokens(),
        API.batching(),
        API.callState(),
        List.of());
  }

  private static Scenario scenario(Workload... workloads) {
    return Worlds.scenario(Duration.ofHours(2), 20, List.of(workloads));
  }

  private static final Placed API_POOL =
      Worlds.models(
          Worlds.EAST,
          2,
          Worlds.profile(new ThreeTerms(9.8e-3, 37e-6, 14e-9, 9.2e-3, 46e-6, 0.5e-9)));
  private static final Placed OTHER_POOL =
      new Placed(
          new Component("other", ComponentKind.MODEL),
          Worlds.WEST,
          API_POOL.offer(),
          API_POOL.profile(),
          2,
          2,
          "here");
  private static final Placed RUNTIMES = Worlds.runtimes(Worlds.EAST, 1);

  private static final Scenario BOTH = scenario(API, other(), AGENTS);
  private static final Placement ALL = Worlds.placement(OTHER_POOL, API_POOL, RUNTIMES);

  /** Every figure of a run, in order. */
  private static String figures(Observations seen) {
    StringBuilder all = new StringBuilder();
    all.append(seen.windowS()).append(seen.pools()).append(seen.routes()).append(seen.counts());
    for (LatencyCell cell : seen.latencies()) {
      all.append(cell.workload()).append(cell.metric());
      all.append(cell.latencies().count()).append(' ').append(cell.latencies().mean());
      all.append(' ').append(cell.latencies().quantile(0.99)).append('\n');
    }
    return all.toString();
  }

  @Test
  void whoeverCallsAModelLivesOnItsIsland() {
    assertThat(Island.of(BOTH, ALL))
        .extracting(island -> island.scenario().workloads().stream().map(Workload::name).toList())
        .containsExactly(List.of("api", "agents"), List.of("other"));
    assertThat(Island.of(BOTH, ALL))
        .extracting(island -> island.placement().placed())
        .containsExactly(List.of(API_POOL, RUNTIMES), List.of(OTHER_POOL));
  }

  @Test
  void aWorkloadSeesTheSameWithAndWithoutAnotherIsland() {
    Observations together = Simulation.run(BOTH, ALL, 1, List.of());
    Observations alone =
        Simulation.run(scenario(other()), Worlds.placement(OTHER_POOL), 1, List.of());
    assertThat(together.pools()).contains(alone.pools().get(0));
    assertThat(together.counts()).contains(alone.counts().get(0));
    assertThat(alone.counts().get(0).offered()).isGreaterThan(30_000);
  }

  @Test
  void figuresComeInTheOrderOfPlacementAndScenario() {
    Observations seen = Simulation.run(BOTH, ALL, 1, List.of());
    assertThat(seen.pools())
        .extracting(PoolUse::placement)
        .containsExactly(OTHER_POOL.id(), API_POOL.id(), RUNTIMES.id());
    assertThat(seen.counts())
        .extracting(WorkloadCount::workload)
        .containsExactly("api", "other", "agents");
    assertThat(seen.latencies()).filteredOn(c -> c.metric() == Metric.TURN).hasSize(1);
  }

  @Test
  void sideBySideTheyGiveTheSameFigures() {
    ForkJoinPool pool = new ForkJoinPool(3);
    String forked = pool.submit(() -> figures(Simulation.run(BOTH, ALL, 2, List.of()))).join();
    assertThat(forked).isEqualTo(figures(Simulation.run(BOTH, ALL, 2, List.of())));
    pool.shutdown();
  }
}
