package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import situs.model.Component;
import situs.model.ComponentKind;
import situs.model.Distribution;
import situs.model.FrontierWorkload;
import situs.model.Incident;
import situs.model.ManagedOffering;
import situs.model.ManagedOffering.Limits;
import situs.model.ManagedOffering.Prices;
import situs.model.ManagedOffering.Speed;
import situs.model.Metric;
import situs.model.ModelWorkload;
import situs.model.ModelWorkload.Batching;
import situs.model.Money;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Region;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.model.ServingProfile;
import situs.stats.Latencies;

/** Prompts of 900 tokens and outputs of 101: a call takes 1,001 of the limit. */
class ManagedPoolTest {
  private static final int CALL = 1001;
  private static final double DAY_S = 86_400;

  /** First token after 0.2 s and 1 ms a prompt token, then 50 tokens a second. */
  private static final Speed SPEED = new Speed(0.2, 0.001, 50, Worlds.HERE);

  private static Placed managed(Region region, double tokensPerMinute, double maxWaitS) {
    Limits limits = new Limits(tokensPerMinute, OptionalDouble.empty(), 60, maxWaitS, Worlds.HERE);
    Money price = Money.usd("1");
    return Placed.managed(
        new Component("api", ComponentKind.MODEL),
        region,
        new ManagedOffering(
            region.id(), "mill", "m", new Prices(price, price, price, Worlds.HERE), limits, SPEED),
        "here");
  }

  private static ModelWorkload chat(double perSecond) {
    return Worlds.model(
        perSecond,
        new Distribution.Constant(900),
        new Distribution.Constant(101),
        new Batching(64, 2048, 100));
  }

  private static Scenario day(double perSecond) {
    return Worlds.scenario(Duration.ofHours(24), 20, List.of(chat(perSecond)));
  }

  private static Observations run(Scenario scenario, Placed... placed) {
    return Simulation.run(scenario, Worlds.placement(placed), 1, List.of());
  }

  private static Latencies latencies(Observations seen, Metric metric) {
    return seen.latencies().stream()
        .filter(c -> c.metric() == metric)
        .findFirst()
        .orElseThrow()
        .latencies();
  }

  @Test
  void aCallTakesTheRoundTripTheFirstTokenAndTheOthersAtTheStatedSpeed() {
    Observations seen = run(day(1), managed(Worlds.EAST, 1e9, 0));
    // 20 ms there and back + 0.2 s + 900 ms; then 100 tokens at 50 a second
    assertThat(latencies(seen, Metric.TTFT).mean()).isCloseTo(1.12, within(1e-9));
    assertThat(latencies(seen, Metric.TPOT).mean()).isCloseTo(0.02, within(1e-9));
    assertThat(latencies(seen, Metric.CALL).mean()).isCloseTo(3.12, within(1e-9));
  }

  @Test
  void tokensArePaidForEveryCallThatEnded() {
    PoolUse use = run(day(1), managed(Worlds.EAST, 1e9, 0)).pools().get(0);
    assertThat(use.completions()).isGreaterThan(80_000);
    assertThat(use.tokens())
        .isEqualTo(new TokenUse(900 * use.completions(), 0, 101 * use.completions(), 0, 0));
  }

  @Test
  void whatTheLimitsDoNotLetInIsRefused() {
    // 10 calls a second are offered, the limit is 4.
    double perMinute = 4 * 60 * CALL;
    Observations seen = run(day(10), managed(Worlds.EAST, perMinute, 0));
    PoolUse use = seen.pools().get(0);
    // Whatever is there is taken: the bucket is never full again, and in the warm-up emptied.
    assertThat(use.completions() / DAY_S).isCloseTo(4, within(4 * 0.001));
    assertThat(use.utilisation()).isCloseTo(1, within(0.001));
    var count = seen.counts().get(0);
    assertThat(count.refused()).isEqualTo(use.turnedAway());
    assertThat((double) count.refused() / count.offered()).isCloseTo(0.6, within(0.005));
    assertThat(use.tokens().turnedAway()).isEqualTo(use.turnedAway());
  }

  @Test
  void aCallMayWaitForTheLimitAndHoldsTheLongRunRate() {
    double perMinute = 4 * 60 * CALL;
    PoolUse use = run(day(10), managed(Worlds.EAST, perMinute, 5)).pools().get(0);
    assertThat(use.completions() / DAY_S).isCloseTo(4, within(4 * 0.001));
    // Whoever is let in waits nearly as long as one may: the queue is full all the time.
    assertThat(use.meanWaitS()).isBetween(4.5, 5.0);
    // Little's law of those who wait
    assertThat(use.meanWaiting())
        .isCloseTo(use.completions() / DAY_S * use.meanWaitS(), within(0.02));
    assertThat(use.tokens().delayed()).isGreaterThan(use.completions() * 99 / 100);
  }

  @Test
  void whatTheLimitsDoNotLetInSpillsOverToWhatIsRented() {
    double perMinute = 4 * 60 * CALL;
    Placed rest =
        Worlds.models(
            Worlds.WEST, 4, Worlds.profile(new ServingProfile.ThreeTerms(0.001, 0, 0, 0, 0, 0)));
    Placement managedFirst =
        new Placement(
            "test",
            List.of(managed(Worlds.EAST, perMinute, 0), rest),
            List.of(),
            RoutingRule.FAILOVER);
    Observations seen = Simulation.run(day(10), managedFirst, 1, List.of());
    PoolUse rented = seen.pools().get(1);
    // Nobody is refused: 10 - 4 a second.
    assertThat(rented.completions() / DAY_S).isCloseTo(6, within(0.05));
    assertThat(seen.counts().get(0).refused()).isZero();
  }

  @Test
  void ofOneMeritWhatIsRentedIsUsedFirst() {
    Observations seen =
        run(
            day(1),
            managed(Worlds.EAST, 1e9, 0),
            Worlds.models(
                Worlds.EAST,
                4,
                Worlds.profile(new ServingProfile.ThreeTerms(0.001, 0, 0, 0, 0, 0))));
    assertThat(seen.pools().get(0).arrivals()).isZero();
    assertThat(seen.pools().get(1).arrivals()).isPositive();
  }

  @Test
  void whatIsLargerThanTheBucketIsRefused() {
    Observations seen = run(day(1), managed(Worlds.EAST, CALL - 1, 3600));
    assertThat(seen.counts().get(0).refused()).isEqualTo(seen.counts().get(0).offered());
  }

  @Test
  void anOutageLosesTheCallsUnderWayAndRefusesTheOthers() {
    var outage = new Incident.Outage(3600, 600, Worlds.EAST.id());
    Scenario scenario =
        Worlds.scenario(Duration.ofHours(24), 20, List.of(chat(2)), List.of(outage));
    var count = run(scenario, managed(Worlds.EAST, 1e9, 0)).counts().get(0);
    // 600 s at 2 a second, and 3.1 s of calls under way
    assertThat((double) count.refused()).isCloseTo(1200, within(150.0));
    assertThat(count.lost()).isBetween(1L, 20L);
  }

  @Test
  void aSessionFindsCachedWhatTheModelHasSeen() {
    FrontierWorkload.Session session =
        new FrontierWorkload.Session(
            2,
            4,
            new Distribution.Constant(10_000),
            new Distribution.Constant(100),
            new Distribution.Constant(50),
            1,
            new Distribution.Constant(1),
            new Distribution.Constant(10),
            FrontierWorkload.State.SERVER,
            0.001,
            FrontierWorkload.OnOutage.LOST);
    Scenario scenario =
        Worlds.scenario(Duration.ofHours(24), 20, List.of(chat(0), Worlds.agents(0.05, session)));
    Observations seen =
        run(scenario, managed(Worlds.EAST, 1e9, 0), Worlds.runtimes(Worlds.WEST, 20));
    PoolUse calls = seen.pools().get(0);
    PoolUse sessions = seen.pools().get(1);
    // A first call pays its whole prompt of 10,100, every other the 100 tokens that it adds.
    double expected = 10_000.0 * sessions.arrivals() + 100.0 * calls.completions();
    assertThat((double) calls.tokens().input()).isCloseTo(expected, within(0.003 * expected));
    assertThat(calls.tokens().output()).isEqualTo(50 * calls.completions());
    assertThat(calls.tokens().cached()).isGreaterThan(10_000L * sessions.arrivals());
  }

  @Test
  void theSameReplicationIsTheSameAgain() {
    Placed pool = managed(Worlds.EAST, 4 * 60 * CALL, 1);
    assertThat(run(day(5), pool).pools()).isEqualTo(run(day(5), pool).pools());
  }
}
