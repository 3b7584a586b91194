package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.model.Arrivals;
import situs.model.Arrivals.Curve;
import situs.model.Burstiness;
import situs.model.DayShape;
import situs.model.Growth;
import situs.model.Incident;
import situs.model.OriginDemand;
import situs.model.Scenario;
import situs.model.WeekShape;

/**
 * Arrivals against theory. Tolerances are four standard errors, so that a correct program fails one
 * seed in 16,000.
 */
class ArrivalsTheoryTest {
  private static final DayShape FLAT = new DayShape.Swing(LocalTime.NOON, 0);
  private static final double HOUR = 3600;
  private static final double DAY = 24 * HOUR;

  private static Curve bursty(double perSecond, Burstiness burstiness) {
    return new Curve(perSecond, FLAT, WeekShape.EVEN, Growth.NONE, burstiness);
  }

  /** Four standard errors of a Poisson count. */
  private static double poisson(double mean) {
    return 4 * Math.sqrt(mean);
  }

  private static long arrive(Curve curve, double from, double to) {
    return Demands.count(Demands.measured(curve, "UTC", Duration.ofSeconds((long) to)), from, to);
  }

  @Test
  void poissonArrivalsHaveTheirRateAndADispersionOfOne() {
    double[] times = Demands.measured(Curve.flat(50), "UTC", Duration.ofHours(6));
    assertThat(times.length).isCloseTo(1_080_000, within((int) poisson(1_080_000)));
    // 21,600 windows: the standard error of a variance of normal counts is sqrt(2/21600) = 0.96 %
    assertThat(Demands.dispersion(times, 1, 6 * HOUR)).isCloseTo(1, within(0.039));
  }

  @ParameterizedTest
  @CsvSource({"0.25", "4", "20"})
  void gammaArrivalsHaveTheirRateAndTheDispersionThatIsAsked(double dispersion) {
    double[] times =
        Demands.measured(bursty(50, new Burstiness.Gamma(dispersion)), "UTC", Duration.ofHours(12));
    assertThat(times.length)
        .isCloseTo(2_160_000, within((int) (4 * Math.sqrt(2_160_000 * dispersion))));
    // A stationary renewal process with gaps of mean 1 and third central moment 2 D^2 has
    // Var N(t) = D t + 1/6 + D^2/2 - 2 D^2/3 + o(1) (Cox, 1962): 1,000 expected in 20 s.
    double theory = dispersion + (1 / 6.0 - dispersion * dispersion / 6) / 1000;
    // 2,160 windows: sqrt(2/2160) = 3.04 %
    assertThat(Demands.dispersion(times, 20, 12 * HOUR))
        .isCloseTo(theory, within(0.122 * dispersion));
  }

  @ParameterizedTest
  @CsvSource({"30, 0, 1", "30, 0, 10", "30, 0, 100", "5, 0.5, 10"})
  void mmppArrivalsHaveTheDispersionThatTheoryGivesForEachWindow(
      double dispersion, double quiet, double windowS) {
    double scale = 10;
    double[] times =
        Demands.measured(
            bursty(20, new Burstiness.Mmpp(dispersion, scale, quiet)),
            "UTC",
            Duration.ofHours(150));
    double x = windowS / scale;
    double theory = 1 + (dispersion - 1) * (1 - (1 - Math.exp(-x)) / x);
    // Neighbouring windows hang together, so the error is not that of independent counts: over 20
    // replications it was 1.3 to 2.9 % of the theory. Four of the largest:
    assertThat(Demands.dispersion(times, windowS, 150 * HOUR))
        .isCloseTo(theory, within(0.12 * theory));
    assertThat(times.length / (150 * HOUR))
        .isCloseTo(20, within(4 * Math.sqrt(20 * dispersion / (150 * HOUR))));
  }

  @Test
  void burstsComeWithTheirIndexByNightAsAtThePeak() {
    List<Double> hours = new ArrayList<>(Collections.nCopies(24, 0.0));
    hours.set(0, 0.05);
    hours.set(12, 1.0);
    Curve curve =
        new Curve(
            40, new DayShape.Hours(hours), WeekShape.EVEN, Growth.NONE, new Burstiness.Gamma(6));
    double[] times = Demands.measured(curve, "UTC", Duration.ofDays(30));
    // 1,800 windows each: 4 sqrt(2/1800) = 13 %; with 2,400 and 120 expected the index is
    // 6 - 5.8/mean.
    assertThat(index(minutes(times, 12))).isCloseTo(6, within(0.8));
    assertThat(index(minutes(times, 0))).isCloseTo(6, within(0.8));
  }

  /** Counts of the minutes of that hour on all days. */
  private static double[] minutes(double[] times, int hour) {
    double[] counts = new double[30 * 60];
    for (double t : times) {
      double ofDay = t % DAY - hour * HOUR;
      if (ofDay >= 0 && ofDay < HOUR) {
        counts[(int) (t / DAY) * 60 + (int) (ofDay / 60)]++;
      }
    }
    return counts;
  }

  private static double index(double[] counts) {
    double mean = Arrays.stream(counts).average().orElseThrow();
    double squares = Arrays.stream(counts).map(c -> (c - mean) * (c - mean)).sum();
    return squares / (counts.length - 1) / mean;
  }

  @Test
  void theDailyCurveIsFollowedInLocalTime() {
    // New York is four hours behind in summer: its noon is 16:00.
    Curve curve = Curve.daily(5, LocalTime.NOON, 1);
    double[] times = Demands.measured(curve, "America/New_York", Duration.ofDays(1));
    // integral of 5 (1 + cos) over +-2 h: 5 * (14400 + 2 * 13751 * sin(30 deg)) = 140,755
    assertThat((double) Demands.count(times, 14 * HOUR, 18 * HOUR))
        .isCloseTo(140_755, within(poisson(140_755)));
    // and of 1 - cos around midnight there: 5 * (14400 - 13751) = 3,245
    assertThat((double) Demands.count(times, 2 * HOUR, 6 * HOUR))
        .isCloseTo(3_245, within(poisson(3_245)));
  }

  @Test
  void theHourOfThePeakMovesWithSummerTime() {
    // Europe goes to summer time at 01:00 UTC on Sunday, 29 March 2026: day 13 of the run.
    List<Double> hours = new ArrayList<>(Collections.nCopies(24, 0.0));
    hours.set(12, 1.0);
    Curve curve =
        new Curve(1, new DayShape.Hours(hours), WeekShape.EVEN, Growth.NONE, Burstiness.POISSON);
    double[] times = Demands.measured(curve, "Europe/Berlin", Duration.ofDays(15));
    // Noon to one in Berlin is 11:00 UTC in winter, and 10:00 in summer.
    assertThat(Arrays.stream(times).map(t -> t % DAY))
        .allMatch(t -> t >= 10 * HOUR && t < 12 * HOUR);
    assertThat(Demands.count(times, 12 * DAY + 11 * HOUR, 12 * DAY + 12 * HOUR)).isPositive();
    assertThat(Demands.count(times, 12 * DAY, 12 * DAY + 11 * HOUR)).isZero();
    assertThat(Demands.count(times, 13 * DAY + 10 * HOUR, 13 * DAY + 11 * HOUR)).isPositive();
    assertThat(Demands.count(times, 13 * DAY + 11 * HOUR, 14 * DAY)).isZero();
    assertThat((double) times.length).isCloseTo(15 * HOUR, within(poisson(15 * HOUR)));
  }

  @Test
  void weekdaysHaveTheirFactorsByLocalMidnight() {
    WeekShape week = new WeekShape(List.of(1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.0));
    Curve curve = new Curve(1, FLAT, week, Growth.NONE, Burstiness.POISSON);
    double[] times = Demands.measured(curve, "Asia/Tokyo", Duration.ofDays(7));
    // Tokyo is nine hours ahead: its Saturday begins on Friday at 15:00.
    double saturday = 4 * DAY + 15 * HOUR;
    assertThat((double) Demands.count(times, 0, saturday))
        .isCloseTo(saturday, within(poisson(saturday)));
    assertThat((double) Demands.count(times, saturday, saturday + DAY))
        .isCloseTo(DAY / 2, within(poisson(DAY / 2)));
    assertThat(Demands.count(times, saturday + DAY, saturday + 2 * DAY)).isZero();
    assertThat(curve.meanPerSecond(0)).isCloseTo(5.5 / 7, within(1e-12));
    assertThat(curve.peakPerSecond(0)).isEqualTo(1);
  }

  @Test
  void growthCompoundsOverTheHorizon() {
    Growth doubling = new Growth(2, 10 * DAY, Growth.Kind.COMPOUND);
    Curve curve = new Curve(0.5, FLAT, WeekShape.EVEN, doubling, Burstiness.POISSON);
    // 0.5 * 10 d / ln 2 * (2 - 1), then twice that
    double first = 0.5 * 10 * DAY / Math.log(2);
    assertThat((double) arrive(curve, 0, 10 * DAY)).isCloseTo(first, within(poisson(first)));
    assertThat((double) arrive(curve, 10 * DAY, 20 * DAY))
        .isCloseTo(2 * first, within(poisson(2 * first)));
    assertThat(curve.meanPerSecond(10 * DAY)).isCloseTo(0.5 / Math.log(2), within(1e-12));
    assertThat(curve.peakPerSecond(10 * DAY)).isEqualTo(1);
  }

  @Test
  void linearGrowthAddsTheSameEachTimeAndStopsAtNothing() {
    Growth growth = new Growth(1.5, 10 * DAY, Growth.Kind.LINEAR);
    Curve curve = new Curve(0.5, FLAT, WeekShape.EVEN, growth, Burstiness.POISSON);
    // 0.5 * (1.5 + 2) / 2 over days 10 to 20
    double second = 0.5 * 1.75 * 10 * DAY;
    assertThat((double) arrive(curve, 10 * DAY, 20 * DAY))
        .isCloseTo(second, within(poisson(second)));
    Growth decline = new Growth(0.5, DAY, Growth.Kind.LINEAR);
    Curve falling = new Curve(1, FLAT, WeekShape.EVEN, decline, Burstiness.POISSON);
    // 1 - t/2d until it is 0 after two days: one day's worth in all
    assertThat((double) arrive(falling, 0, 4 * DAY)).isCloseTo(DAY, within(poisson(DAY)));
    assertThat(arrive(falling, 2 * DAY, 4 * DAY)).isZero();
    assertThat(falling.meanPerSecond(4 * DAY)).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void aSurgeComposesWithCurveAndBursts() {
    Curve curve =
        new Curve(
            2,
            new DayShape.Swing(LocalTime.NOON, 1),
            WeekShape.EVEN,
            Growth.NONE,
            new Burstiness.Gamma(3));
    var surge = new Incident.Surge(10 * HOUR, 4 * HOUR, "api", Optional.empty(), 5);
    double[] times = Demands.measured(curve, "UTC", Duration.ofDays(1), surge);
    // 5 times the integral of 2 (1 + cos) over +-2 h: 5 * 56,302; variance 3 times that of Poisson
    assertThat((double) Demands.count(times, 10 * HOUR, 14 * HOUR))
        .isCloseTo(281_510, within(4 * Math.sqrt(3 * 281_510)));
    // integral of 2 (1 + cos) over the other 20 hours: 172,800 - 56,302
    assertThat((double) times.length - Demands.count(times, 10 * HOUR, 14 * HOUR))
        .isCloseTo(116_498, within(4 * Math.sqrt(3 * 116_498)));
  }

  @Test
  void aSurgeOfNothingStopsArrivals() {
    var stop = new Incident.Surge(HOUR, HOUR, "api", Optional.of("Town"), 0);
    double[] times = Demands.measured(Curve.flat(1), "UTC", Duration.ofHours(3), stop);
    assertThat(Demands.count(times, HOUR, 2 * HOUR)).isZero();
    assertThat((double) times.length).isCloseTo(2 * HOUR, within(poisson(2 * HOUR)));
  }

  @Test
  void theSameNumberMeetsTheSameDemandAndAnotherDoesNot() {
    Arrivals curve = bursty(3, new Burstiness.Mmpp(10, 30, 0.2));
    Scenario scenario =
        Demands.scenario(
            Demands.MONDAY,
            Duration.ofHours(1),
            Duration.ofMinutes(10),
            Demands.workload(new OriginDemand(Worlds.TOWN, curve)));
    double[] once = Demands.measured(scenario, Demands.stream(scenario, 1));
    assertThat(Demands.measured(scenario, Demands.stream(scenario, 1))).isEqualTo(once);
    assertThat(Demands.measured(scenario, Demands.stream(scenario, 2))).isNotEqualTo(once);
  }

  @Test
  void aLongRunKeepsToTheCurve() {
    // A year of days, through both changes of the clock: what a day brings is off by no more than
    // chance, and the low is at night to the end.
    Curve curve = Curve.daily(0.2, LocalTime.of(14, 0), 1);
    Scenario scenario =
        Demands.scenario(
            Instant.parse("2026-01-01T00:00:00Z"),
            Duration.ofDays(365),
            Duration.ZERO,
            Demands.workload(new OriginDemand(Demands.metro("Town", "Europe/Berlin"), curve)));
    double[] times = Demands.measured(scenario, Demands.stream(scenario, 1));
    double year = 0.2 * 365 * DAY;
    assertThat((double) times.length).isCloseTo(year, within(poisson(year)));
    double[] lastDay = Arrays.stream(times).filter(t -> t >= 364 * DAY).toArray();
    // Berlin's two at night is 01:00 UTC: integral of 0.2 (1 - cos) over +-1 h is 16.4
    assertThat(Demands.count(lastDay, 364 * DAY, 364 * DAY + 2 * HOUR)).isLessThan(40);
  }
}
