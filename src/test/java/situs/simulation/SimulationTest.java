package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import situs.MemoryTrace;
import situs.model.Arrivals;
import situs.model.Cause;
import situs.model.Distribution;
import situs.model.Distribution.Constant;
import situs.model.FrontierWorkload.OnOutage;
import situs.model.FrontierWorkload.Session;
import situs.model.FrontierWorkload.State;
import situs.model.Incident;
import situs.model.Metric;
import situs.model.ModelWorkload;
import situs.model.ModelWorkload.Batching;
import situs.model.ModelWorkload.PrefixCaching;
import situs.model.OriginDemand;
import situs.model.Placement;
import situs.model.RouteUse;
import situs.model.Scenario;
import situs.model.ServingProfile.ThreeTerms;
import situs.stats.Latencies;

class SimulationTest {
  private static final ThreeTerms LARGE =
      new ThreeTerms(9.8e-3, 37e-6, 14e-9, 9.2e-3, 46e-6, 0.5e-9);
  private static final ThreeTerms INSTANT = new ThreeTerms(0, 0, 0, 0, 0, 0);
  private static final Batching BATCHING = new Batching(256, 2048, 100);

  private static ModelWorkload chat(double perSecond, int queueLimit) {
    return Worlds.model(
        perSecond,
        new Distribution.LogNormal(1020, 2734, 100_000),
        new Distribution.LogNormal(129, 424, 8000),
        new Batching(256, 2048, queueLimit));
  }

  private static Session session(OnOutage onOutage, Distribution think) {
    return new Session(
        5,
        4,
        new Constant(20_000),
        new Constant(900),
        new Constant(250),
        0.96,
        new Constant(0),
        think,
        State.CLIENT,
        1,
        onOutage);
  }

  private static Latencies latencies(Observations seen, Metric metric) {
    return seen.latencies().stream()
        .filter(c -> c.metric() == metric)
        .findFirst()
        .orElseThrow()
        .latencies();
  }

  @Test
  void numberInSystemIsRateTimesTime() {
    Scenario scenario = Worlds.scenario(Duration.ofHours(24), 20, List.of(chat(20, 100)));
    var placement = Worlds.placement(Worlds.models(Worlds.EAST, 2, Worlds.profile(LARGE)));
    PoolUse pool = Simulation.run(scenario, placement, 1, List.of()).pools().get(0);
    double rate = pool.arrivals() / scenario.durationS();
    System.out.printf(
        "Little: L = %.4f, lambda W = %.4f%n",
        pool.meanInSystem(), rate * pool.meanTimeInSystemS());
    // Over 1.7 million requests only those under way at the two ends can differ.
    assertThat(rate * pool.meanTimeInSystemS())
        .isCloseTo(pool.meanInSystem(), within(1e-3 * pool.meanInSystem()));
    assertThat(pool.meanInSystem()).isGreaterThan(5);
  }

  @Test
  void aTurnIsTheSumOfItsLegsWhenServingTakesNoTime() {
    // Round trip 40 ms everywhere, nothing else takes time: a turn of n steps lasts 40 ms to the
    // runtime and back and n times 40 ms from there to the model.
    var agents = Worlds.agents(0.05, session(OnOutage.FAILOVER, new Constant(30)));
    Scenario scenario = Worlds.scenario(Duration.ofHours(24), 40, List.of(chat(0, 100), agents));
    var placement =
        Worlds.placement(
            Worlds.models(Worlds.EAST, 1, Worlds.profile(INSTANT)),
            Worlds.runtimes(Worlds.WEST, 10));
    Observations seen = Simulation.run(scenario, placement, 1, List.of());
    Latencies turns = latencies(seen, Metric.TURN);
    Latencies calls = latencies(seen, Metric.CALL);
    assertThat(calls.mean()).isCloseTo(0.040, within(1e-9));
    double stepsPerTurn = (double) calls.count() / turns.count();
    assertThat(turns.mean()).isCloseTo(0.040 * (1 + stepsPerTurn), within(2e-4));
    // Geometric with mean 4 over some 21,000 turns: standard error sqrt(12 / 21000) = 0.024
    assertThat(stepsPerTurn).isCloseTo(4, within(0.1));
  }

  @Test
  void theSameReplicationIsTheSameAgain() {
    Scenario scenario = Worlds.scenario(Duration.ofHours(6), 20, List.of(chat(5, 100)));
    var placement = Worlds.placement(Worlds.models(Worlds.EAST, 1, Worlds.profile(LARGE)));
    Observations once = Simulation.run(scenario, placement, 3, List.of());
    Observations again = Simulation.run(scenario, placement, 3, List.of());
    assertThat(again.pools()).isEqualTo(once.pools());
    assertThat(again.routes()).isEqualTo(once.routes());
    assertThat(Simulation.run(scenario, placement, 4, List.of()).pools())
        .isNotEqualTo(once.pools());
  }

  @Test
  void everyPlacementMeetsTheSameCustomers() {
    var agents = Worlds.agents(0.05, session(OnOutage.FAILOVER, new Constant(30)));
    Scenario scenario = Worlds.scenario(Duration.ofHours(24), 40, List.of(chat(5, 100), agents));
    Placement near =
        Worlds.placement(
            Worlds.models(Worlds.EAST, 2, Worlds.profile(LARGE)), Worlds.runtimes(Worlds.EAST, 10));
    Placement far =
        Worlds.placement(
            Worlds.models(Worlds.EAST, 4, Worlds.profile(INSTANT)),
            Worlds.runtimes(Worlds.WEST, 20));
    Observations a = Simulation.run(scenario, near, 1, List.of());
    Observations b = Simulation.run(scenario, far, 1, List.of());
    assertThat(offered(a)).isEqualTo(offered(b));
    assertThat(directTokens(a)).isEqualTo(directTokens(b));
  }

  private static List<Long> offered(Observations seen) {
    return seen.counts().stream().map(WorkloadCount::offered).toList();
  }

  private static long directTokens(Observations seen) {
    return seen.routes().stream()
        .filter(u -> u.route().workload().equals("api"))
        .mapToLong(RouteUse::tokens)
        .sum();
  }

  @Test
  void aFullPoolSpillsOverToTheNext() {
    // Prefill of 0.3 s alone allows 3.3 requests a second on one replica; 6 come.
    ThreeTerms slow = new ThreeTerms(0.01, 0, 0, 0.3, 0, 0);
    var model = Worlds.model(6, new Constant(2000), new Constant(1), new Batching(256, 2048, 2));
    Scenario scenario = Worlds.scenario(Duration.ofHours(2), 20, List.of(model));
    var placement =
        Worlds.placement(
            Worlds.models(Worlds.EAST, 1, tight(slow)), Worlds.models(Worlds.WEST, 3, tight(slow)));
    Observations seen = Simulation.run(scenario, placement, 1, List.of());
    assertThat(seen.routes())
        .extracting(u -> u.route().cause())
        .contains(Cause.PRIMARY, Cause.SPILLOVER);
    // Four replicas at 45 %, two waiting at each: all full about once in 10,000.
    long refused = seen.counts().get(0).refused();
    assertThat(refused).isLessThan(20);
    assertThat(seen.pools().get(0).turnedAway() - refused)
        .isEqualTo(
            seen.routes().stream()
                .filter(u -> u.route().cause() == Cause.SPILLOVER)
                .mapToLong(RouteUse::requests)
                .sum());
  }

  /** KV memory for one request of 2,001 tokens: 0.92*80 - 10 - 4 GB = 59.6 GB at 29 MB a token. */
  private static situs.model.ServingProfile tight(ThreeTerms terms) {
    return new situs.model.ServingProfile("m", "G", 8, "bf16", terms, 10, 29e6, Worlds.HERE);
  }

  @Test
  void whatNoPoolCanHoldIsRefused() {
    var model = Worlds.model(1, new Constant(3000), new Constant(1), BATCHING);
    Scenario scenario = Worlds.scenario(Duration.ofHours(1), 20, List.of(model));
    var placement = Worlds.placement(Worlds.models(Worlds.EAST, 1, tight(INSTANT)));
    WorkloadCount count = Simulation.run(scenario, placement, 1, List.of()).counts().get(0);
    assertThat(count.refused()).isEqualTo(count.offered()).isPositive();
  }

  @Test
  void anOutageSendsTrafficElsewhereWhileItLasts() {
    var outage = new Incident.Outage(3600, 1800, Worlds.EAST.id());
    Scenario scenario =
        Worlds.scenario(Duration.ofHours(3), 20, List.of(chat(5, 100)), List.of(outage));
    var placement =
        Worlds.placement(
            Worlds.models(Worlds.EAST, 2, Worlds.profile(LARGE)),
            Worlds.models(Worlds.WEST, 2, Worlds.profile(LARGE)));
    Observations seen = Simulation.run(scenario, placement, 1, List.of());
    RouteUse failover =
        seen.routes().stream()
            .filter(u -> u.route().cause() == Cause.FAILOVER)
            .findFirst()
            .orElseThrow();
    assertThat(failover.firstAtS()).isBetween(3600.0, 3605.0);
    assertThat(failover.lastAtS()).isBetween(5395.0, 5400.0);
    // 5 requests a second for half an hour, standard deviation sqrt(9000) = 95
    assertThat(failover.requests()).isBetween(8600L, 9400L);
    // What ran there when it failed is lost: a few tens in flight, no more.
    assertThat(seen.counts().get(0).lost()).isBetween(1L, 100L);
    assertThat(seen.pools().get(0).readyReplicaHours()).isCloseTo(2 * 2.5, within(1e-6));
  }

  @Test
  void sessionsFailOverWithTheirRegionOrAreLost() {
    var outage = new Incident.Outage(3600, 1800, Worlds.WEST.id());
    for (OnOutage rule : OnOutage.values()) {
      var agents = Worlds.agents(0.05, session(rule, new Constant(60)));
      Scenario scenario =
          Worlds.scenario(Duration.ofHours(3), 20, List.of(chat(0, 9), agents), List.of(outage));
      var placement =
          Worlds.placement(
              Worlds.runtimes(Worlds.WEST, 10),
              Worlds.runtimes(Worlds.EAST, 10),
              Worlds.models(Worlds.EAST, 4, Worlds.profile(LARGE)));
      WorkloadCount count = Simulation.run(scenario, placement, 1, List.of()).counts().get(0);
      if (rule == OnOutage.LOST) {
        // Sessions live some 5 minutes: about 15 at a time.
        assertThat(count.lost()).isBetween(3L, 60L);
      } else {
        assertThat(count.lost()).isZero();
        assertThat(count.served()).isEqualTo(count.offered());
      }
    }
  }

  @Test
  void aSessionWithoutAModelToCallIsRefused() {
    var agents = Worlds.agents(0.05, session(OnOutage.FAILOVER, new Constant(60)));
    Scenario scenario = Worlds.scenario(Duration.ofHours(1), 20, List.of(chat(0, 9), agents));
    var placement = Worlds.placement(Worlds.runtimes(Worlds.WEST, 10));
    WorkloadCount count = Simulation.run(scenario, placement, 1, List.of()).counts().get(0);
    assertThat(count.refused()).isEqualTo(count.offered()).isPositive();
  }

  @Test
  void aSessionWhoseContextFitsNowhereIsGivenUpAfterAMinute() {
    // 20,900 tokens and more against a replica that holds 2,048
    var agents = Worlds.agents(0.05, session(OnOutage.FAILOVER, new Constant(60)));
    Scenario scenario = Worlds.scenario(Duration.ofHours(1), 20, List.of(chat(0, 9), agents));
    var placement =
        Worlds.placement(
            Worlds.runtimes(Worlds.WEST, 10), Worlds.models(Worlds.EAST, 1, tight(INSTANT)));
    Observations seen = Simulation.run(scenario, placement, 1, List.of());
    // Those that arrive in the last minute are still waiting: 3 of 180 on average.
    assertThat(seen.counts().get(0).lost())
        .isGreaterThan(seen.counts().get(0).offered() - 15)
        .isPositive();
    assertThat(seen.pools().get(0).meanTimeInSystemS()).isCloseTo(60, within(0.1));
  }

  @Test
  void aSurgeMultipliesTheArrivals() {
    var surge = new Incident.Surge(0, 3600, "api", java.util.Optional.empty(), 3);
    Scenario scenario =
        Worlds.scenario(Duration.ofHours(2), 20, List.of(chat(2, 100)), List.of(surge));
    var placement = Worlds.placement(Worlds.models(Worlds.EAST, 2, Worlds.profile(LARGE)));
    long offered = Simulation.run(scenario, placement, 1, List.of()).counts().get(0).offered();
    // 3600 * (6 + 2) = 28,800, standard deviation 170
    assertThat(offered).isBetween(28_200L, 29_400L);
  }

  @Test
  void aDailyCurvePeaksWhenItIsTold() {
    var curve = Arrivals.Curve.daily(2, LocalTime.of(14, 0), 1);
    var flat = chat(1, 100);
    var model =
        new ModelWorkload(
            flat.name(),
            flat.model(),
            flat.weights(),
            flat.parallel(),
            flat.channel(),
            List.of(new OriginDemand(Worlds.TOWN, curve)),
            flat.promptTokens(),
            flat.outputTokens(),
            flat.batching(),
            flat.callState(),
            List.of());
    var placement = Worlds.placement(Worlds.models(Worlds.EAST, 2, Worlds.profile(LARGE)));
    Instant noon = Instant.parse("2026-03-18T12:00:00Z");
    Instant four = Instant.parse("2026-03-18T16:00:00Z");
    Observations seen =
        Simulation.run(
            Worlds.scenario(Duration.ofHours(24), 20, List.of(model)),
            placement,
            1,
            List.of(noon, four));
    long afternoon =
        seen.routes().stream()
            .filter(u -> u.firstAtS() >= 12 * 3600 && u.lastAtS() < 16 * 3600)
            .mapToLong(RouteUse::requests)
            .sum();
    // integral of 2 (1 + cos) over +-2 h: 2 * (14400 + 2 * 13751 * sin(30 deg)) = 56,302; sd 237
    assertThat(afternoon).isBetween(55_500L, 57_100L);
  }

  @Test
  void aTraceIsReplayedAsItIs() {
    double[] offsets = {0, 10, 25, 60};
    int[] prompts = {100, 200, 300, 400};
    int[] outputs = {10, 20, 30, 40};
    var trace = new MemoryTrace(offsets, prompts, outputs, new long[4]);
    var replay = new Arrivals.Replay(trace, 0, 1, 1, 1);
    var flat = chat(1, 100);
    var model =
        new ModelWorkload(
            flat.name(),
            flat.model(),
            flat.weights(),
            flat.parallel(),
            flat.channel(),
            List.of(new OriginDemand(Worlds.TOWN, replay)),
            flat.promptTokens(),
            flat.outputTokens(),
            flat.batching(),
            flat.callState(),
            List.of());
    var placement = Worlds.placement(Worlds.models(Worlds.EAST, 2, Worlds.profile(LARGE)));
    // One period is 60 * 4 / 3 = 80 s; the window of 160 s sees it twice.
    Observations seen =
        Simulation.run(
            Worlds.scenario(Duration.ofSeconds(160), 20, List.of(model)), placement, 1, List.of());
    assertThat(seen.counts().get(0).offered()).isEqualTo(8);
    assertThat(seen.routes().get(0).tokens()).isEqualTo(2 * (1000 + 100));
    assertThat(seen.routes().get(0).firstAtS()).isEqualTo(0);
    assertThat(seen.routes().get(0).lastAtS()).isEqualTo(140);
  }

  @Test
  void aSessionFindsItsPrefixWhereItWasComputedUnlessItThinksTooLong() {
    // Users think for 30 s: within a lifetime of 10 min all that continues is found, within 10 s
    // only what follows in the same turn is.
    PrefixUse kept = prefixes(600);
    PrefixUse forgotten = prefixes(10);
    assertThat(kept.misses()).isZero();
    assertThat(forgotten.misses()).isPositive();
    assertThat(forgotten.hits() + forgotten.misses()).isEqualTo(kept.hits());
    assertThat(forgotten.cachedTokens()).isLessThan(kept.cachedTokens());
  }

  /** One replica, no jitter, and the same sessions each time. */
  private static PrefixUse prefixes(double lifetimeS) {
    Batching batching = BATCHING.with(Optional.of(new PrefixCaching(lifetimeS, 0.5)));
    var api = Worlds.model(0, new Constant(1), new Constant(1), batching);
    var agents = Worlds.agents(0.002, session(OnOutage.FAILOVER, new Constant(30)));
    Scenario scenario = Worlds.scenario(Duration.ofHours(24), 40, List.of(api, agents));
    var placement =
        Worlds.placement(
            Worlds.models(Worlds.EAST, 1, Worlds.profile(INSTANT)),
            Worlds.runtimes(Worlds.EAST, 10));
    return Simulation.run(scenario, placement, 1, List.of()).pools().get(0).prefixes();
  }
}
