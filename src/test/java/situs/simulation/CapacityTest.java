package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import situs.model.Boot;
import situs.model.Capacity;
import situs.model.Capacity.Autoscaled;
import situs.model.Capacity.Scheduled;
import situs.model.Capacity.Signal;
import situs.model.Component;
import situs.model.ComponentKind;
import situs.model.Distribution.Constant;
import situs.model.Distribution.Exponential;
import situs.model.FrontierWorkload.OnOutage;
import situs.model.FrontierWorkload.Session;
import situs.model.FrontierWorkload.State;
import situs.model.Incident;
import situs.model.Level;
import situs.model.ModelWorkload;
import situs.model.ModelWorkload.Batching;
import situs.model.Offer;
import situs.model.Placed;
import situs.model.Price;
import situs.model.Purchase;
import situs.model.Scenario;
import situs.model.ServingProfile.ThreeTerms;
import situs.model.Workload;
import situs.stats.Streams;

class CapacityTest {
  private static final double HOUR_S = 3600;

  /** 100 iterations of 0.1 s, whoever else is there: a request takes 10 s. */
  private static final ThreeTerms TEN_SECONDS = new ThreeTerms(0.1, 0, 0, 0.1, 0, 0);

  private static final ThreeTerms INSTANT = new ThreeTerms(0, 0, 0, 0, 0, 0);

  /** A minute for the instance, and 80 GB of weights in 240 s. */
  private static final Boot BOOT = new Boot(60, 80 / 240.0);

  private static ModelWorkload model(double perSecond, Capacity.Plan plan) {
    ModelWorkload model =
        Worlds.model(perSecond, new Constant(10), new Constant(100), new Batching(256, 2048, 1000));
    return model.with(model.demand(), new Capacity(plan, BOOT));
  }

  private static Autoscaled autoscaled(Signal signal, double target, int least) {
    return new Autoscaled(signal, target, new Level.Count(least), Level.ALL, 30, 0, 300, 0.1);
  }

  private static Observations run(
      double hours, ModelWorkload model, Placed placed, Incident... in) {
    Duration duration = Duration.ofNanos(Math.round(hours * HOUR_S * 1e9));
    Scenario scenario = Worlds.scenario(duration, 0, List.of(model), List.of(in));
    return Simulation.run(scenario, Worlds.placement(placed), 1, List.of());
  }

  private static FleetUse fleet(Observations seen) {
    return seen.pools().get(0).fleet().orElseThrow();
  }

  private static Placed placed(int replicas, ThreeTerms iteration) {
    return Worlds.models(Worlds.EAST, replicas, Worlds.profile(iteration));
  }

  @Test
  void aScheduleRentsWhatItSays() {
    Scheduled schedule =
        new Scheduled(
            new TreeMap<>(
                Map.of(
                    LocalTime.of(8, 0),
                    new Level.Count(4),
                    LocalTime.of(20, 0),
                    // A share of 6, rounded up: 1
                    new Level.Share(0.1))),
            ZoneId.of("UTC"));
    Observations seen = run(24, model(1, schedule), placed(6, INSTANT));
    // 1 x 24 h, and 3 x 12 h; those three serve 300 s later.
    assertThat(fleet(seen).instanceHours()).isCloseTo(60, within(1e-9));
    assertThat(fleet(seen).replicaHours()).isCloseTo(60, within(1e-9));
    assertThat(seen.pools().get(0).readyReplicaHours()).isCloseTo(60 - 0.25, within(1e-9));
    assertThat(fleet(seen).steps())
        .containsExactly(
            new FleetUse.Step(0, 1),
            new FleetUse.Step(8 * HOUR_S, 4),
            new FleetUse.Step(20 * HOUR_S, 1));
    assertThat(fleet(seen).started()).isEqualTo(3);
    assertThat(fleet(seen).stopped()).isEqualTo(3);
  }

  @Test
  void aScheduleFollowsTheWallClockThroughSummerTime() {
    // New York goes from UTC-5 to UTC-4 on 2026-03-08: 08:00 is 13:00 UTC, and then 12:00.
    Scheduled schedule =
        new Scheduled(
            new TreeMap<>(
                Map.of(LocalTime.of(8, 0), new Level.Count(2), LocalTime.of(2, 30), Level.ALL)),
            ZoneId.of("America/New_York"));
    Instant starts = Instant.parse("2026-03-07T12:00:00Z");
    ScheduledScaler scaler =
        new ScheduledScaler(
            schedule, level -> level.of(5), starts, new Timeline(301, 301, 301 + 48 * HOUR_S));
    assertThat(scaler.initial()).isEqualTo(5);
    List<Double> hours = new ArrayList<>();
    List<Integer> wanted = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      hours.add((scaler.next() - 301) / HOUR_S);
      wanted.add(scaler.wanted(scaler.next(), 0));
    }
    // 13:00 UTC; half past two does not exist and is 03:30, 07:30 UTC; 12:00; 06:30 a day later
    assertThat(hours).containsExactly(1.0, 19.5, 24.0, 42.5);
    assertThat(wanted).containsExactly(2, 5, 2, 5);
  }

  @Test
  void moreDemandIsMetAfterTheBootTime() {
    // 10 requests at a time, from the first hour on 100: at 20 a replica 1 and then 5.
    Observations seen =
        run(
            3,
            model(1, autoscaled(Signal.CONCURRENCY, 20, 1)),
            placed(8, TEN_SECONDS),
            new Incident.Surge(HOUR_S, 2 * HOUR_S, "api", Optional.empty(), 10));
    FleetUse fleet = fleet(seen);
    assertThat(fleet.steps().get(0)).isEqualTo(new FleetUse.Step(0, 1));
    // The next look is 30 s later; by then there are more than 22.
    assertThat(fleet.steps().get(1).fromS()).isEqualTo(HOUR_S + 30);
    assertThat(fleet.steps().get(fleet.steps().size() - 1).instances()).isBetween(5, 7);
    // Each that was started was rented 300 s before it served.
    assertThat(fleet.started()).isBetween(4L, 7L);
    assertThat(seen.pools().get(0).readyReplicaHours())
        .isCloseTo(fleet.replicaHours() - fleet.started() * 300 / HOUR_S, within(1e-9));
  }

  @Test
  void itShrinksNoSoonerThanTheCoolDownAndLosesNothing() {
    Observations seen =
        run(
            3,
            model(1, autoscaled(Signal.CONCURRENCY, 20, 1)),
            placed(8, TEN_SECONDS),
            new Incident.Surge(HOUR_S, HOUR_S, "api", Optional.empty(), 10));
    List<FleetUse.Step> steps = fleet(seen).steps();
    double shrinks =
        steps.stream()
            .filter(s -> s.fromS() > 2 * HOUR_S)
            .filter(s -> s.instances() < 5)
            .findFirst()
            .orElseThrow()
            .fromS();
    // The last look that wanted five was at the end of the surge or just after; 300 s, 330 s at
    // the next look, and up to 10 s for the last requests.
    assertThat(shrinks).isBetween(2 * HOUR_S + 300, 2 * HOUR_S + 400);
    assertThat(steps.get(steps.size() - 1).instances()).isEqualTo(1);
    assertThat(seen.counts().get(0).lost()).isZero();
    assertThat(seen.counts().get(0).refused()).isZero();
    // Whoever was served took its 10 s: nobody was cut off, nobody waited.
    assertThat(seen.pools().get(0).meanTimeInSystemS()).isCloseTo(10, within(0.2));
  }

  @Test
  void utilisationIsTheShareOfReplicasWithWork() {
    // M/M/inf with one request a replica at a time: 2/s x 10 s = 20 replicas with work on average.
    ModelWorkload one =
        Worlds.model(2, new Constant(10), new Constant(100), new Batching(1, 2048, 1000));
    Autoscaled rule =
        new Autoscaled(Signal.UTILISATION, 0.5, new Level.Count(2), Level.ALL, 60, 0, 600, 0.1);
    Observations seen =
        run(12, one.with(one.demand(), new Capacity(rule, BOOT)), placed(100, TEN_SECONDS));
    double ready = seen.pools().get(0).readyReplicaHours() / 12;
    // 20 / 0.5; more, because it keeps to the highest of ten minutes.
    assertThat(ready).isBetween(40.0, 55.0);
    assertThat(seen.pools().get(0).utilisation()).isCloseTo(20 / ready, within(0.03));
  }

  @Test
  void queueAndKvPressureAreMetToo() {
    // One at a time and 10 s each: four come in 10 s, so three replicas are never enough.
    ModelWorkload one =
        Worlds.model(0.4, new Constant(10), new Constant(100), new Batching(1, 2048, 1000));
    Capacity queue = new Capacity(autoscaled(Signal.QUEUE, 2, 1), BOOT);
    Observations waits = run(6, one.with(one.demand(), queue), placed(10, TEN_SECONDS));
    assertThat(waits.pools().get(0).readyReplicaHours()).isBetween(6 * 4.0, 6 * 10.0);
    assertThat(waits.counts().get(0).refused()).isZero();
    // 110 tokens are 7 blocks; memory for 20 requests: 40 at a time need 2, at 80 % three.
    situs.model.ServingProfile tight =
        new situs.model.ServingProfile(
            "m", "G", 8, "bf16", TEN_SECONDS, 10, 59.6e9 / (20 * 7 * 16), Worlds.HERE);
    Observations full =
        run(6, model(4, autoscaled(Signal.KV, 0.8, 1)), Worlds.models(Worlds.EAST, 10, tight));
    // Contexts grow, so that on average they hold less than they will.
    assertThat(full.pools().get(0).readyReplicaHours()).isBetween(6 * 2.0, 6 * 3.5);
  }

  private static Placed spot(int replicas, double perS) {
    Placed plain = placed(replicas, TEN_SECONDS);
    Offer offer = plain.offer().orElseThrow();
    return new Placed(
        plain.component(),
        plain.region(),
        Optional.of(new Offer(offer.type(), offer.price(), replicas, perS)),
        plain.profile(),
        replicas,
        replicas,
        "spot");
  }

  @Test
  void interruptionsComeAtTheirRateAndCostABootEach() {
    // 40 instances, one interruption in 10 h each, 50 h: 200 +- 14.1 (Poisson)
    Observations seen = run(50, model(0.1, new Capacity.Fixed()), spot(40, 0.1 / HOUR_S));
    long interruptions = fleet(seen).interruptions();
    assertThat(interruptions).isBetween(200L - 28, 200L + 28);
    // Each takes 300 s of a replica, less where one comes during the boot, or at an edge.
    double missing = 40 * 50 - seen.pools().get(0).readyReplicaHours();
    assertThat(missing).isCloseTo(interruptions * 300 / HOUR_S, within(0.3));
    // The one that takes its place is rented as well.
    assertThat(fleet(seen).instanceHours()).isCloseTo(40 * 50, within(1e-9));
    // A replica serves 0.1/s x 10 s / 40 = 0.025 requests on average, so 200 cost 5 or so.
    assertThat(seen.counts().get(0).lost()).isBetween(1L, 20L);
    // Nobody disappears: who came was served, refused or lost.
    WorkloadCount count = seen.counts().get(0);
    assertThat(count.offered()).isEqualTo(count.served() + count.refused() + count.lost());
  }

  @Test
  void oneThatIsInterruptedWhileItBootsBeginsAnew() {
    // Twelve an hour, and 300 s to boot: up where none came for 300 s, exp(-1) of the time. An
    // interruption is independent of others, so 40 instances for 50 h are 24,000 of them.
    Observations seen = run(50, model(0.1, new Capacity.Fixed()), spot(40, 12 / HOUR_S));
    double up = seen.pools().get(0).readyReplicaHours() / (40 * 50);
    assertThat(up).isCloseTo(StrictMath.exp(-1), within(0.01));
  }

  private static Placed bought(Purchase purchase, int replicas) {
    Placed plain = placed(replicas, TEN_SECONDS);
    Price price = plain.offer().orElseThrow().price();
    Price bought =
        new Price(
            price.region(), price.instanceType(), purchase, price.perHour(), price.provenance());
    return new Placed(
        plain.component(),
        plain.region(),
        Optional.of(new Offer(plain.offer().orElseThrow().type(), bought, replicas)),
        plain.profile(),
        replicas,
        replicas,
        "bought");
  }

  @Test
  void oneTypeInOneRegionIsOneFleetHoweverItIsBought() {
    ModelWorkload api = model(4, new Capacity.Fixed());
    Scenario scenario = Worlds.scenario(Duration.ofHours(12), 0, List.of(api));
    Observations seen =
        Simulation.run(
            scenario,
            Worlds.placement(
                bought(Purchase.RESERVED, 1),
                bought(Purchase.ON_DEMAND, 3),
                bought(Purchase.COMMITTED, 4)),
            1,
            List.of());
    // 172,800 requests to eight like replicas; of pools that are loaded alike the first gets more.
    double all = seen.pools().stream().mapToLong(PoolUse::arrivals).sum();
    assertThat(seen.pools().get(0).arrivals() / all).isCloseTo(1 / 8.0, within(0.02));
    assertThat(seen.pools().get(1).arrivals() / all).isCloseTo(3 / 8.0, within(0.02));
    assertThat(seen.pools().get(2).arrivals() / all).isCloseTo(4 / 8.0, within(0.02));
  }

  @Test
  void whatIsPaidAheadIsNotGivenUpByASchedule() {
    Scheduled half =
        new Scheduled(
            new TreeMap<>(Map.of(LocalTime.MIDNIGHT, new Level.Share(0.5))), ZoneId.of("UTC"));
    Scenario scenario = Worlds.scenario(Duration.ofHours(6), 0, List.of(model(1, half)));
    Observations seen =
        Simulation.run(
            scenario,
            Worlds.placement(bought(Purchase.RESERVED, 1), bought(Purchase.ON_DEMAND, 7)),
            1,
            List.of());
    // Half of eight, of which one is there anyway.
    assertThat(seen.pools().get(0).readyReplicaHours()).isCloseTo(6 * 1, within(1e-9));
    assertThat(seen.pools().get(1).readyReplicaHours()).isCloseTo(6 * 3, within(1e-9));
  }

  @Test
  void aLevelIsOneOfTheWholeFleet() {
    Level half = new Level.Share(0.5);
    // 5 of 10; with four that stay, one more; with six, none.
    assertThat(new FleetPart(10, 10, 0).of(half)).isEqualTo(5);
    assertThat(new FleetPart(6, 6, 4).of(half)).isEqualTo(1);
    assertThat(new FleetPart(4, 4, 6).of(half)).isZero();
    // Two ways by the hour, 3 and 6 beside one that stays: 5 - 1, in proportion, rounded up.
    assertThat(new FleetPart(3, 9, 1).of(half)).isEqualTo(2);
    assertThat(new FleetPart(6, 9, 1).of(half)).isEqualTo(3);
    assertThat(new FleetPart(6, 6, 4).of(Level.ALL)).isEqualTo(6);
  }

  @Test
  void anInstanceIsInterruptedAtTheSameTimesHoweverManyThereAre() {
    Interruptions three = new Interruptions(spot(3, 0.01), 0, new Streams(7, 1));
    Interruptions five = new Interruptions(spot(5, 0.01), 0, new Streams(7, 1));
    List<String> ofThree = new ArrayList<>();
    List<String> ofFive = new ArrayList<>();
    while (ofThree.size() < 100) {
      double at = three.next();
      ofThree.add(three.pop() + " at " + at);
    }
    while (ofFive.size() < 100) {
      double at = five.next();
      int instance = five.pop();
      if (instance < 3) {
        ofFive.add(instance + " at " + at);
      }
    }
    assertThat(ofFive).isEqualTo(ofThree);
  }

  @Test
  void callsOfSessionsAreSentAgainWhenTheirReplicaIsTakenBack() {
    // Sessions of 20 calls of 10 s each, on replicas of which each goes every two hours.
    Workload agents =
        Worlds.agents(
            0.02,
            new Session(
                20,
                1,
                new Constant(10),
                new Constant(10),
                new Constant(100),
                0,
                new Constant(0),
                new Constant(0),
                State.CLIENT,
                1,
                OnOutage.LOST));
    Scenario scenario =
        Worlds.scenario(Duration.ofHours(24), 0, List.of(model(0, new Capacity.Fixed()), agents));
    Observations seen =
        Simulation.run(
            scenario,
            Worlds.placement(spot(4, 0.5 / HOUR_S), Worlds.runtimes(Worlds.EAST, 4)),
            1,
            List.of());
    PoolUse calls = seen.pools().get(0);
    PoolFlow flow = seen.flows().get(0);
    // 4 replicas for 24 h: 48 +- 7; a mean of four calls under way, so as many are cut off.
    assertThat(calls.fleet().orElseThrow().interruptions()).isBetween(48L - 14, 48L + 14);
    assertThat(flow.failed()).isBetween(20L, 100L);
    WorkloadCount count =
        seen.counts().stream().filter(c -> c.workload().equals("agents")).findFirst().orElseThrow();
    assertThat(count.lost()).isZero();
    assertThat(count.served()).isEqualTo(count.offered());
  }

  @Test
  void sessionsOfAnInterruptedRuntimeMoveOrAreLost() {
    for (OnOutage onOutage : OnOutage.values()) {
      Workload agents =
          Worlds.agents(
              0.02,
              new Session(
                  20,
                  1,
                  new Constant(10),
                  new Constant(10),
                  new Constant(10),
                  0,
                  new Constant(0),
                  new Exponential(60),
                  State.CLIENT,
                  1,
                  onOutage));
      Scenario scenario =
          Worlds.scenario(Duration.ofHours(24), 0, List.of(model(0, new Capacity.Fixed()), agents));
      Placed plain = Worlds.runtimes(Worlds.EAST, 4);
      Offer offer = plain.offer().orElseThrow();
      Placed runtimes =
          new Placed(
              plain.component(),
              plain.region(),
              Optional.of(new Offer(offer.type(), offer.price(), 4, 1 / HOUR_S)),
              plain.profile(),
              4,
              4,
              "spot");
      Observations seen =
          Simulation.run(scenario, Worlds.placement(placed(1, INSTANT), runtimes), 1, List.of());
      WorkloadCount count =
          seen.counts().stream().filter(c -> c.workload().equals("agents")).findFirst().get();
      // 24 sessions at a time on the first of four instances, which goes about once an hour.
      if (onOutage == OnOutage.FAILOVER) {
        assertThat(count.lost()).isZero();
      } else {
        assertThat(count.lost()).isBetween(24 * 24 / 3L, 24 * 24L);
      }
    }
  }

  @Test
  void autoscaledIslandsGiveTheSameFiguresSideBySide() {
    ModelWorkload api = model(2, autoscaled(Signal.CONCURRENCY, 10, 1));
    ModelWorkload other =
        new ModelWorkload(
            "other",
            api.model(),
            api.weights(),
            api.parallel(),
            api.channel(),
            api.demand(),
            api.promptTokens(),
            api.outputTokens(),
            api.batching(),
            api.callState(),
            List.of(),
            api.capacity());
    Placed mine = spot(6, 0.5 / HOUR_S);
    Placed others =
        new Placed(
            new Component("other", ComponentKind.MODEL),
            Worlds.WEST,
            mine.offer(),
            mine.profile(),
            6,
            6,
            "spot");
    Scenario scenario = Worlds.scenario(Duration.ofHours(6), 20, List.of(api, other));
    var placement = Worlds.placement(mine, others);
    ForkJoinPool threads = new ForkJoinPool(3);
    Observations forked =
        threads.submit(() -> Simulation.run(scenario, placement, 1, List.of())).join();
    threads.shutdown();
    Observations alone = Simulation.run(scenario, placement, 1, List.of());
    assertThat(forked.pools()).isEqualTo(alone.pools());
    assertThat(forked.counts()).isEqualTo(alone.counts());
    assertThat(alone.pools()).allMatch(use -> use.fleet().orElseThrow().interruptions() > 0);
  }
}
