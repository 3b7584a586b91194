package situs.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import situs.ValidityPage;

/** Warm-up detection and sequential stopping on processes whose steady state is known. */
class SteadyStateTest {
  private static final int LENGTH = 1000;
  private static final double MEAN = 10;

  /** x' = mean + phi (x - mean) + noise: in the steady state of that mean, wherever it began. */
  private static double[] autoregressive(double phi, double start, long seed) {
    ContinuousSampler noise = ZigguratSampler.NormalizedGaussian.of(new RandomStream(seed));
    double[] series = new double[LENGTH];
    double x = start;
    for (int i = 0; i < LENGTH; i++) {
      x = MEAN + phi * (x - MEAN) + noise.sample();
      series[i] = x;
    }
    return series;
  }

  private static double mean(double[] series, int from) {
    return DoubleStream.of(series).skip(from).average().orElseThrow();
  }

  /**
   * @param dropped mean number of values
   * @param untouched mean of all values, over replications
   * @param truncated the same without what was dropped
   */
  private record Outcome(double dropped, Estimate untouched, Estimate truncated) {}

  private static Outcome outcome(double phi, double start) {
    List<Double> all = new ArrayList<>();
    List<Double> kept = new ArrayList<>();
    double dropped = 0;
    for (int replication = 1; replication <= 100; replication++) {
      double[] series = autoregressive(phi, start, replication);
      int from = Mser5.truncation(series).orElse(LENGTH / 2);
      dropped += from / 100.0;
      all.add(mean(series, 0));
      kept.add(mean(series, from));
    }
    return new Outcome(dropped, Estimate.of(all).orElseThrow(), Estimate.of(kept).orElseThrow());
  }

  private static boolean covers(Estimate estimate) {
    return Math.abs(estimate.mean() - MEAN) <= estimate.ci95().orElseThrow();
  }

  @Test
  void aSeriesThatBeginsFarAwayIsCutWhereItHasArrived() {
    // From 100 off, phi = 0.9 comes within one standard deviation, 1/sqrt(1 - 0.81) = 2.3, after
    // ln(100/2.3)/-ln 0.9 = 36 values. Of a series that is steady already, the rule drops a
    // hundred.
    Outcome far = outcome(0.9, MEAN + 100);
    assertThat(far.dropped()).isBetween(36.0, 200.0);
    assertThat(covers(far.untouched())).isFalse();
    assertThat(Math.abs(far.truncated().mean() - MEAN)).isLessThan(0.15);
  }

  @Test
  void aSeriesInItsSteadyStateIsHardlyCut() {
    Outcome steady = outcome(0.5, MEAN);
    assertThat(steady.dropped()).isLessThan(LENGTH * 0.1);
    assertThat(covers(steady.truncated())).isTrue();
  }

  @Test
  void aSeriesThatStillGrowsIsTooShortToTell() {
    double[] growing = new double[200];
    for (int i = 0; i < growing.length; i++) {
      growing[i] = i;
    }
    assertThat(Mser5.truncation(growing)).isEqualTo(OptionalInt.empty());
    assertThat(Mser5.truncation(new double[9])).isEqualTo(OptionalInt.empty());
  }

  @Test
  void stopsWhenTheIntervalIsNarrowAndNotBefore() {
    Precision precision = new Precision(0.05, 10, 1000);
    Estimate wide = new Estimate(10, java.util.Optional.of(0.5));
    Estimate narrow = new Estimate(10, java.util.Optional.of(0.47));
    // allowed: 10 * 0.05 / 1.05 = 0.476
    assertThat(precision.reached(wide, 20)).isFalse();
    assertThat(precision.reached(narrow, 20)).isTrue();
    assertThat(precision.reached(narrow, 9)).isFalse();
    // 20 * (0.5 / 0.476)^2 = 22.05
    assertThat(precision.needed(wide, 20)).isEqualTo(23);
    assertThat(precision.needed(new Estimate(0, java.util.Optional.of(1.0)), 5)).isEqualTo(1000);
    assertThat(precision.needed(new Estimate(3, java.util.Optional.empty()), 1)).isEqualTo(10);
  }

  /** Replications of exponential times of that mean until the interval is narrow enough. */
  private static List<Double> sequence(Precision precision, long seed) {
    ContinuousSampler times = ZigguratSampler.Exponential.of(new RandomStream(seed));
    List<Double> values = new ArrayList<>();
    do {
      values.add(MEAN * times.sample());
    } while (values.size() < precision.most()
        && !precision.reached(Estimate.of(values).orElseThrow(), values.size()));
    return values;
  }

  @Test
  @Tag("validity")
  void doesWhatItSaysOnKnownProcesses() {
    StringBuilder table = new StringBuilder();
    table.append("| process | true mean | all values | dropped | after MSER-5 |\n");
    table.append("|---|---|---|---|---|\n");
    for (double start : new double[] {0, 20, 100}) {
      for (double phi : new double[] {0.5, 0.9}) {
        Outcome outcome = outcome(phi, MEAN + start);
        table.append(
            String.format(
                Locale.ROOT,
                "| AR(1), %.1f, begun %.0f above | %.0f | %.3f ± %.3f | %.0f | %.3f ± %.3f |%n",
                phi,
                start,
                MEAN,
                outcome.untouched().mean(),
                outcome.untouched().ci95().orElseThrow(),
                outcome.dropped(),
                outcome.truncated().mean(),
                outcome.truncated().ci95().orElseThrow()));
      }
    }
    Precision precision = new Precision(0.1, 10, 10_000);
    int within = 0;
    double replications = 0;
    int runs = 500;
    for (int seed = 1; seed <= runs; seed++) {
      List<Double> values = sequence(precision, seed);
      replications += values.size() / (double) runs;
      double error = Estimate.of(values).orElseThrow().mean() / MEAN - 1;
      within += Math.abs(error) <= precision.relative() ? 1 : 0;
    }
    table.append(
        String.format(
            Locale.ROOT,
            "%nSequential stopping at 10 %% on exponential values: %d of %d runs end within 10 %% of"
                + " the true mean, after %.0f values in the mean.%n",
            within,
            runs,
            replications));
    ValidityPage.section("steady-state", table.toString());
    // Of exponential values 1.96^2 / (0.1/1.1)^2 = 465 are needed.
    assertThat(replications).isBetween(380.0, 500.0);
    assertThat((double) within / runs).isGreaterThan(0.9);
  }
}
