package situs.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import situs.model.Distribution;

class SamplerTest {
  private static final int DRAWS = 20_000;

  private static double[] drawn(Distribution distribution) {
    Sampler sampler = Sampler.of(distribution, new RandomStream(42));
    double[] values = new double[DRAWS];
    Arrays.setAll(values, i -> sampler.sample());
    return values;
  }

  /** Largest distance between the shares at or below a value; 1.95/sqrt(n) one time in 1,000. */
  private static double distance(double[] values, RealDistribution theory) {
    return new KolmogorovSmirnovTest().kolmogorovSmirnovStatistic(theory, values);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, 1.5, 4})
  void gammaIsDistributedAsItsMeanAndCvSay(double cv) {
    var gamma = new Distribution.Gamma(500, cv);
    // Mean k theta, variance k theta^2
    double shape = 1 / (cv * cv);
    var theory = new GammaDistribution(null, shape, 500 / shape);
    assertThat(distance(drawn(gamma), theory)).isLessThan(1.95 / Math.sqrt(DRAWS));
    assertThat(gamma.shape() * gamma.scale()).isCloseTo(500, within(1e-9));
  }

  @Test
  void quantilesAreMetWithStraightLinesBetween() {
    var table =
        new Distribution.Quantiles(List.of(0.0, 0.5, 0.9, 1.0), List.of(10.0, 20.0, 100.0, 1000.0));
    double[] values = drawn(table);
    double root = Math.sqrt(DRAWS);
    for (double[] point :
        new double[][] {{15, 0.25}, {20, 0.5}, {60, 0.7}, {100, 0.9}, {550, .95}}) {
      double below = Arrays.stream(values).filter(v -> v < point[0]).count() / (double) DRAWS;
      assertThat(below).isCloseTo(point[1], within(4 * 0.5 / root));
    }
    // 0.5 * 15 + 0.4 * 60 + 0.1 * 550
    assertThat(table.mean()).isCloseTo(86.5, within(1e-12));
    assertThat(Arrays.stream(values)).allMatch(v -> v >= 10 && v <= 1000);
  }

  @Test
  void twoQuantilesAreUniform() {
    var table = new Distribution.Quantiles(List.of(0.0, 1.0), List.of(3.0, 7.0));
    assertThat(distance(drawn(table), new UniformRealDistribution(null, 3, 7)))
        .isLessThan(1.95 / Math.sqrt(DRAWS));
  }
}
