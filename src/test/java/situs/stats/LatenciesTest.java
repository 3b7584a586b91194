package situs.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {
  private static final double[] QUANTILES = {0.01, 0.25, 0.5, 0.9, 0.95, 0.99};

  private static Latencies of(double... values) {
    Latencies latencies = new Latencies();
    Arrays.stream(values).forEach(latencies::add);
    return latencies;
  }

  private static double[] exponential(long seed, int n) {
    SplittableRandom random = new SplittableRandom(seed);
    return DoubleStream.generate(() -> -2 * Math.log(1 - random.nextDouble())).limit(n).toArray();
  }

  @Test
  void nothingHasNoQuantile() {
    assertThat(of().quantile(0.5)).isNaN();
    assertThat(of().mean()).isNaN();
  }

  @Test
  void whatIsAlwaysTheSameIsExact() {
    assertThat(of(0.1234, 0.1234, 0.1234).quantile(0.01)).isEqualTo(0.1234);
    assertThat(of(0.1234, 0.1234, 0.1234).quantile(0.99)).isEqualTo(0.1234);
    assertThat(of(7).quantile(0.5)).isEqualTo(7);
  }

  @Test
  void theLeastAndTheMostAreExact() {
    Latencies latencies = of(3, 1, 2);
    assertThat(latencies.quantile(0)).isCloseTo(1, within(0.005));
    assertThat(latencies.quantile(1)).isCloseTo(3, within(0.015));
    assertThat(latencies.mean()).isEqualTo(2);
  }

  @Test
  void zerosComeFirst() {
    Latencies latencies = of(0, 0, 0, 5);
    assertThat(latencies.quantile(0.5)).isZero();
    assertThat(latencies.quantile(1)).isEqualTo(5);
  }

  /** However values lie in a bucket: here each bucket has at most one. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aQuantileIsWithinTheErrorOfTheValueOfItsRank(long seed) {
    double[] values = exponential(seed, 200);
    Latencies latencies = of(values);
    Arrays.sort(values);
    for (int rank = 0; rank < values.length; rank++) {
      assertThat(latencies.quantile((rank + 1e-6) / (values.length - 1)))
          .isCloseTo(values[rank], within(values[rank] * Latencies.RELATIVE_ERROR));
    }
  }

  /** Where buckets are full the error is a twentieth of their width. */
  @Test
  void manyValuesAreTakenToLieEvenly() {
    double[] values = exponential(4, 1_000_000);
    Latencies latencies = of(values);
    Arrays.sort(values);
    for (double q : QUANTILES) {
      double exact = values[(int) Math.round(q * (values.length - 1))];
      assertThat(latencies.quantile(q))
          .as("quantile %s", q)
          .isCloseTo(exact, within(exact * Latencies.RELATIVE_ERROR / 20));
    }
  }

  /** A quantile of 10,000 differs from sample to sample by a percent: never by nothing. */
  @Test
  void samplesOfOneDistributionHaveQuantilesOfTheirOwn() {
    double[] medians =
        DoubleStream.iterate(1, seed -> seed + 1)
            .limit(20)
            .map(seed -> of(exponential((long) seed, 10_000)).quantile(0.95))
            .toArray();
    assertThat(Arrays.stream(medians).distinct().count()).isEqualTo(20);
  }

  @Test
  void mergedTheyAreWhatOneWouldBe() {
    double[] values = exponential(5, 1_000);
    Latencies one = of(Arrays.copyOf(values, 400));
    one.merge(of(Arrays.copyOfRange(values, 400, 1_000)));
    one.merge(of());
    for (double q : QUANTILES) {
      assertThat(one.quantile(q)).isEqualTo(of(values).quantile(q));
    }
  }
}
