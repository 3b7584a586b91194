package situs.stats;

import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Draws from a Gamma distribution with scale 1 (Marsaglia and Tsang, ACM Transactions on
 * Mathematical Software 26, 2000); below a shape of 1 a draw of one shape more times a power of a
 * uniform. By {@code StrictMath}, so that every machine draws the same.
 */
public final class GammaSampler {
  private final double shape;
  private final double d;
  private final double c;
  private final RandomStream random;
  private final ContinuousSampler normal;

  public GammaSampler(double shape, RandomStream random) {
    if (!(shape > 0)) {
      throw new IllegalArgumentException("need a shape > 0, got " + shape);
    }
    this.shape = shape;
    this.d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
    this.c = 1 / StrictMath.sqrt(9 * d);
    this.random = random;
    this.normal = ZigguratSampler.NormalizedGaussian.of(random);
  }

  public double sample() {
    double drawn = atLeastOne();
    // 1 - u lies in (0, 1].
    return shape < 1 ? drawn * StrictMath.pow(1 - random.nextDouble(), 1 / shape) : drawn;
  }

  private double atLeastOne() {
    while (true) {
      double x = normal.sample();
      double v = 1 + c * x;
      if (v > 0) {
        v = v * v * v;
        double u = 1 - random.nextDouble();
        if (StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
          return d * v;
        }
      }
    }
  }
}
