package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import situs.MemoryTrace;
import situs.model.Arrivals.Replay;
import situs.model.Incident;
import situs.model.Incident.Surge;
import situs.model.OriginDemand;
import situs.model.RequestTrace;
import situs.model.Scenario;

/** Replayed traces. One period of {0, 10, 25, 60} is 60 * 4 / 3 = 80 s. */
class TraceArrivalsTest {
  private static final RequestTrace TRACE = MemoryTrace.at(0, 10, 25, 60);

  private static Scenario scenario(
      Duration duration, Duration warmUp, Replay replay, Incident... incidents) {
    return Demands.scenario(
        Demands.MONDAY,
        duration,
        warmUp,
        Demands.workload(new OriginDemand(Worlds.TOWN, replay)),
        incidents);
  }

  private static double[] measured(Scenario scenario) {
    return Demands.measured(scenario, Demands.stream(scenario, 1));
  }

  @Test
  void aTraceIsRepeatedPeriodAfterPeriod() {
    Scenario scenario =
        scenario(Duration.ofSeconds(160), Duration.ZERO, new Replay(TRACE, 0, 1, 1, 1));
    assertThat(measured(scenario)).containsExactly(0, 10, 25, 60, 80, 90, 105, 140);
  }

  @Test
  void theWarmUpIsTheEndOfTheRoundBefore() {
    Scenario scenario =
        scenario(Duration.ofSeconds(80), Duration.ofSeconds(70), new Replay(TRACE, 0, 1, 1, 1));
    double start = Timeline.of(scenario).measuredFromS();
    DemandStream stream = Demands.stream(scenario, 1);
    // -80 lies before the warm-up of 70 s; then 10 - 80, 25 - 80, 60 - 80 and 0.
    for (double at : new double[] {-70, -55, -20, 0, 10}) {
      assertThat(stream.next() - start).isCloseTo(at, within(1e-9));
    }
    assertThat(stream.prompt).isEqualTo(2);
  }

  @Test
  void aSpeedupDividesTimes() {
    Scenario scenario =
        scenario(Duration.ofSeconds(40), Duration.ZERO, new Replay(TRACE, 0, 1, 4, 1));
    assertThat(measured(scenario)).containsExactly(0, 2.5, 6.25, 15, 20, 22.5, 26.25, 35);
  }

  @Test
  void aMultipleIsCopiesAndTheRestIsSpeed() {
    Replay twoAndAHalf = new Replay(TRACE, 0, 1, 2, 3).times(2.5);
    assertThat(twoAndAHalf.copies()).isEqualTo(6);
    assertThat(twoAndAHalf.speedup()).isCloseTo(2.5, within(1e-12));
    Replay half = new Replay(TRACE, 0, 1, 2, 3).times(0.5);
    assertThat(half.copies()).isEqualTo(3);
    assertThat(half.speedup()).isEqualTo(1);
  }

  @Test
  void aSurgeMakesTheTraceRunFaster() {
    Surge surge = new Surge(20, 10, "api", Optional.empty(), 4);
    Scenario scenario =
        scenario(Duration.ofSeconds(60), Duration.ZERO, new Replay(TRACE, 0, 1, 1, 1), surge);
    // From 20 to 30 s it goes from 20 to 60: 25 comes at 21.25, 60 at 30; then 80 at 50.
    assertThat(measured(scenario)).containsExactly(0, 10, 21.25, 30, 50);
  }

  @Test
  void sharesThatFollowEachOtherDivideTheRequests() {
    double[] times = new double[1000];
    Arrays.setAll(times, i -> i);
    MemoryTrace trace = MemoryTrace.at(times);
    Scenario scenario =
        Demands.scenario(
            Demands.MONDAY,
            Duration.ofSeconds(3000),
            Duration.ZERO,
            Demands.workload(
                new OriginDemand(Demands.metro("A", "UTC"), new Replay(trace, 0, 0.6, 1, 1)),
                new OriginDemand(Demands.metro("B", "UTC"), new Replay(trace, 0.6, 0.4, 1, 1))));
    double[] a = Demands.measured(scenario, Demands.stream(scenario, 0, 1));
    double[] b = Demands.measured(scenario, Demands.stream(scenario, 1, 1));
    double[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    Arrays.sort(all);
    double[] every = new double[3000];
    Arrays.setAll(every, i -> i);
    assertThat(all).isEqualTo(every);
    // 1,800 +- 4 sqrt(3000 * 0.6 * 0.4)
    assertThat(a.length).isBetween(1_693, 1_907);
  }

  @Test
  void aSessionStaysInOneMetro() {
    double[] times = new double[4000];
    long[] sessions = new long[4000];
    int[] tokens = new int[4000];
    Arrays.setAll(times, i -> i);
    Arrays.setAll(sessions, i -> 1 + i % 50 * 7919L);
    Arrays.setAll(tokens, i -> 1 + i % 50);
    MemoryTrace trace = new MemoryTrace(times, tokens, tokens, sessions);
    Scenario scenario =
        scenario(Duration.ofSeconds(4000), Duration.ZERO, new Replay(trace, 0, 0.5, 1, 1));
    DemandStream stream = Demands.stream(scenario, 1);
    Map<Integer, Integer> requests = new HashMap<>();
    while (stream.next() < Timeline.of(scenario).endS()) {
      requests.merge(stream.prompt, 1, Integer::sum);
    }
    assertThat(requests.values()).containsOnly(4000 / 50);
    // Half of 50 sessions, +- 4 sqrt(50 / 4)
    assertThat(requests).hasSizeBetween(11, 39);
  }

  @Test
  void copiesAreShiftedByTheirPartOfThePeriod() {
    Replay twice = new Replay(TRACE, 0, 1, 1, 2);
    Scenario scenario = scenario(Duration.ofSeconds(80), Duration.ofSeconds(20), twice);
    // The second begins at 40, so its last round ends with 25 - 40 and 60 - 40.
    assertThat(measured(scenario)).containsExactly(0, 10, 20, 25, 40, 50, 60, 65);
    // 2 x 4 requests in 80 s
    assertThat(twice.meanPerSecond(0)).isEqualTo(0.1);
  }

  @Test
  void copiesAreDividedRequestByRequest() {
    double[] times = new double[1000];
    Arrays.setAll(times, i -> i);
    Replay half = new Replay(MemoryTrace.at(times), 0, 0.5, 1, 3);
    double[] arrivals = measured(scenario(Duration.ofSeconds(1000), Duration.ZERO, half));
    // 1,500 +- 4 sqrt(3000 / 4)
    assertThat(arrivals.length).isBetween(1_390, 1_610);
  }
}
