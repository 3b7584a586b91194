package situs.stats;

import java.util.List;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import situs.model.Distribution;

/** Draws from a {@link Distribution}. */
@FunctionalInterface
public interface Sampler {

  double sample();

  /** A sampler that draws from {@code random}. */
  static Sampler of(Distribution distribution, RandomStream random) {
    if (distribution instanceof Distribution.Constant constant) {
      double value = constant.value();
      return () -> value;
    }
    if (distribution instanceof Distribution.Exponential exponential) {
      ContinuousSampler unit = ZigguratSampler.Exponential.of(random);
      double mean = exponential.mean();
      return () -> mean * unit.sample();
    }
    if (distribution instanceof Distribution.LogNormal logNormal) {
      return logNormal(logNormal, random);
    }
    return empirical(((Distribution.Empirical) distribution).values(), random);
  }

  private static Sampler logNormal(Distribution.LogNormal d, RandomStream random) {
    ContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
    double mu = d.mu();
    double sigma = d.sigma();
    double max = d.max();
    return () -> Math.min(max, StrictMath.exp(mu + sigma * normal.sample()));
  }

  private static Sampler empirical(List<Double> values, RandomStream random) {
    double[] copy = values.stream().mapToDouble(Double::doubleValue).toArray();
    return () -> copy[random.nextInt(copy.length)];
  }

  /** Whole tokens, at least 1. */
  default int tokens() {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE / 4, Math.rint(sample())));
  }

  /** A geometric count of at least 1 with that mean. */
  static int geometric(double mean, RandomStream random) {
    if (mean <= 1) {
      return 1;
    }
    // P(N > n) = (1 - 1/mean)^n, inverted; 1 - u lies in (0, 1].
    double u = 1 - random.nextDouble();
    return 1 + (int) Math.min(1e6, Math.floor(StrictMath.log(u) / StrictMath.log1p(-1 / mean)));
  }
}
