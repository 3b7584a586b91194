package situs.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import situs.model.Distribution.Constant;
import situs.model.Distribution.Empirical;
import situs.model.Distribution.Exponential;
import situs.model.Distribution.Gamma;
import situs.model.Distribution.LogNormal;
import situs.model.Distribution.Quantiles;

class DistributionTest {

  @Test
  void theVariationOfEachIsThatOfTheory() {
    assertThat(new Constant(7).cv()).isZero();
    assertThat(new Exponential(7).cv()).isEqualTo(1);
    assertThat(new Gamma(7, 0.3).cv()).isEqualTo(0.3);
    // 1 and 3: mean 2, standard deviation 1.
    assertThat(new Empirical(List.of(1.0, 3.0)).cv()).isCloseTo(0.5, within(1e-12));
    // Uniform from 0 to 2: mean 1, variance 1/3.
    assertThat(new Quantiles(List.of(0.0, 1.0), List.of(0.0, 2.0)).cv())
        .isCloseTo(Math.sqrt(1.0 / 3), within(1e-12));
    assertThat(new Constant(0).cv()).isZero();
  }

  @Test
  void aLogNormalVariesByItsSigmaAndLessWhereItIsCapped() {
    LogNormal whole = new LogNormal(1000, 2700, Double.POSITIVE_INFINITY);
    double sigma = whole.sigma();
    assertThat(whole.cv()).isCloseTo(Math.sqrt(Math.exp(sigma * sigma) - 1), within(1e-9));
    assertThat(new LogNormal(1000, 2700, 1e9).cv()).isCloseTo(whole.cv(), within(1e-6));
    LogNormal capped = new LogNormal(1000, 2700, 4000);
    assertThat(capped.cv()).isLessThan(whole.cv());
    // By the integral over the standard normal, step by step.
    assertThat(capped.cv()).isCloseTo(byIntegral(capped), within(1e-3));
  }

  private static double byIntegral(LogNormal capped) {
    double z90 = 1.2815515655446004;
    double sum = 0;
    double squares = 0;
    double weights = 0;
    for (double z = -6; z <= 6; z += 0.001) {
      double value = Math.min(capped.median() * Math.exp(z * capped.sigma()), capped.max());
      double weight = Math.exp(-z * z / 2);
      sum += weight * value;
      squares += weight * value * value;
      weights += weight;
    }
    assertThat(capped.sigma() * z90).isCloseTo(Math.log(2.7), within(1e-12));
    double mean = sum / weights;
    return Math.sqrt(squares / weights / (mean * mean) - 1);
  }
}
