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
    if (distribution instanceof Distribution.Gamma gamma) {
      GammaSampler unit = new GammaSampler(gamma.shape(), random);
      double scale = gamma.scale();
      return () -> scale * unit.sample();
    }
    if (distribution instanceof Distribution.Quantiles quantiles) {
      return quantiles(quantiles, random);
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

  private static Sampler quantiles(Distribution.Quantiles d, RandomStream random) {
    double[] shares = d.shares().stream().mapToDouble(Double::doubleValue).toArray();
    double[] values = d.values().stream().mapToDouble(Double::doubleValue).toArray();
    return () -> {
      double u = random.nextDouble();
      int below = 0;
      int above = shares.length - 1;
      while (above - below > 1) {
        int middle = (below + above) >>> 1;
        if (shares[middle] <= u) {
          below = middle;
        } else {
          above = middle;
        }
      }
      double within = (u - shares[below]) / (shares[above] - shares[below]);
      return values[below] + within * (values[above] - values[below]);
    };
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
