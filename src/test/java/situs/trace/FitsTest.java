package situs.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.junit.jupiter.api.Test;
import situs.model.Distribution;

/** Fits to values that lie exactly as a distribution says: its quantiles, evenly spaced. */
class FitsTest {
  private static final int COUNT = 10_000;

  private static Values exactly(RealDistribution distribution) {
    double[] values = new double[COUNT];
    long[] cumulative = new long[COUNT];
    for (int i = 0; i < COUNT; i++) {
      values[i] = distribution.inverseCumulativeProbability((i + 0.5) / COUNT);
      cumulative[i] = i + 1;
    }
    return new Values(values, cumulative, 0);
  }

  private static Values whole(int... tokens) {
    TokenCounts counts = new TokenCounts();
    Arrays.stream(tokens).forEach(counts::add);
    return counts.values();
  }

  @Test
  void findsALogNormal() {
    Fit fit = Fits.chosen("prompt", exactly(new LogNormalDistribution(null, Math.log(1000), 0.8)));
    assertThat(fit.kind()).isEqualTo("log-normal");
    Distribution.LogNormal found = (Distribution.LogNormal) fit.distribution();
    assertThat(found.median()).isCloseTo(1000, within(0.1));
    assertThat(found.sigma()).isCloseTo(0.8, within(0.001));
    assertThat(fit.ksStatistic()).isLessThan(0.001);
    assertThat(fit.ksPValue()).isGreaterThan(0.999);
  }

  @Test
  void findsAGamma() {
    Fit fit = Fits.chosen("output", exactly(new GammaDistribution(null, 2.5, 40)));
    assertThat(fit.kind()).isEqualTo("gamma");
    Distribution.Gamma found = (Distribution.Gamma) fit.distribution();
    assertThat(found.mean()).isCloseTo(100, within(0.1));
    assertThat(found.shape()).isCloseTo(2.5, within(0.01));
  }

  @Test
  void findsAnExponentialForItHasAParameterLess() {
    List<Fit> fits = Fits.of("gap", exactly(new ExponentialDistribution(null, 0.2)));
    assertThat(fits)
        .extracting(Fit::kind)
        .containsExactly("log-normal", "gamma", "exponential", "empirical");
    // A Gamma contains the exponential, and pays for its shape: the two are within 2 of each other.
    assertThat(fits.get(2).aic().orElseThrow() - fits.get(1).aic().orElseThrow())
        .isBetween(-2.01, 0.5);
    assertThat(fits.get(2).ksStatistic()).isLessThan(0.001);
    assertThat(fits.get(3).aic()).isEmpty();
  }

  @Test
  void theDistanceIsTheLargestBetweenTheFunctionsByHand() {
    // Observed 1 and 3 with 1/2 each; exponential of mean 2: 1 - e^-1/2 = 0.393 at 1, 0.777 at 3.
    // Just below 1: 0.393 against 0; just below 3: 0.777 - 0.5 = 0.277.
    Values values = new Values(new double[] {1, 3}, new long[] {1, 2}, 0);
    Distance distance = Distance.of(values, x -> 1 - Math.exp(-x / 2));
    assertThat(distance.size()).isCloseTo(1 - Math.exp(-0.5), within(1e-12));
    // Whole numbers: up to 1.5 there is 0.528 against 0.5; up to 2.5 0.713; up to 3.5 0.826.
    Distance rounded = Distance.of(whole(1, 3), x -> 1 - Math.exp(-x / 2));
    assertThat(rounded.size()).isCloseTo(1 - Math.exp(-1.25) - 0.5, within(1e-12));
    assertThat(rounded.at()).isEqualTo(2.5);
  }

  @Test
  void theCriterionIsTwiceTheParametersLessTwiceTheLogLikelihood() {
    // Two gaps of 1 and 3: mean 2, log-likelihood -2 log 2 - 4/2.
    Values values = new Values(new double[] {1, 3}, new long[] {1, 2}, 0);
    Fit exponential =
        Fits.of("gap", values).stream()
            .filter(f -> f.kind().equals("exponential"))
            .findFirst()
            .orElseThrow();
    assertThat(exponential.aic().orElseThrow())
        .isCloseTo(2 + 2 * (2 * Math.log(2) + 2), within(1e-12));
  }

  @Test
  void aTableIsChosenWhereNothingElseIsNearAndIsWithinTwoPercent() {
    int[] tokens = new int[1000];
    // A third each at 10 and 500, the rest spread over 1,000 to 1,333.
    Arrays.setAll(tokens, i -> i % 3 == 0 ? 10 : i % 3 == 1 ? 500 : 1000 + i / 3);
    Fit fit = Fits.chosen("prompt", whole(tokens));
    assertThat(fit.kind()).isEqualTo("empirical");
    assertThat(fit.ksStatistic()).isLessThan(0.02);
    assertThat(fit.distribution().mean())
        .isCloseTo(Arrays.stream(tokens).average().orElseThrow(), within(10.0));
  }

  @Test
  void constantsAndZerosHaveNoLogNormal() {
    assertThat(Fits.of("gap", new Values(new double[] {0, 3}, new long[] {5, 6}, 0)))
        .extracting(Fit::kind)
        .containsExactly("exponential", "empirical");
    Fit constant = Fits.chosen("prompt", whole(7, 7, 7));
    assertThat(constant.distribution().mean()).isEqualTo(7);
    assertThat(constant.ksStatistic()).isZero();
  }

  @Test
  void quantilesAreTheNearestObservedValue() {
    Values values = whole(1, 2, 2, 3, 100);
    assertThat(values.quantile(0)).isEqualTo(1);
    assertThat(values.quantile(0.5)).isEqualTo(2);
    assertThat(values.quantile(0.75)).isEqualTo(3);
    assertThat(values.quantile(1)).isEqualTo(100);
    assertThat(values.mean()).isEqualTo(21.6);
  }

  @Test
  void aReservoirKeepsAFairSample() {
    Reservoir reservoir = new Reservoir();
    int count = 10 * Reservoir.SIZE;
    for (int i = 0; i < count; i++) {
      reservoir.add(i);
    }
    Values values = reservoir.values();
    assertThat(values.count()).isEqualTo(Reservoir.SIZE);
    // Standard error of a share: sqrt(0.25 / 100,000) = 0.16 %; four of them.
    assertThat(values.quantile(0.5) / count).isCloseTo(0.5, within(0.0064));
    assertThat(values.mean() / count).isCloseTo(0.5, within(0.0064));
  }
}
