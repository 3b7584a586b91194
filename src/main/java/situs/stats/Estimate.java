package situs.stats;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * A mean over independent replications.
 *
 * @param ci95 half-width of its 95 % confidence interval, by Student's t; empty when a single
 *     replication leaves it unknown
 */
public record Estimate(double mean, Optional<Double> ci95) {
  /** Two-sided 95 %. */
  private static final double UPPER_QUANTILE = 0.975;

  /** The estimate from one value a replication; empty from none. */
  public static Optional<Estimate> of(List<Double> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    SummaryStatistics sample = new SummaryStatistics();
    values.forEach(sample::addValue);
    return Optional.of(new Estimate(sample.getMean(), halfWidth(sample)));
  }

  private static Optional<Double> halfWidth(SummaryStatistics sample) {
    long n = sample.getN();
    if (n < 2) {
      return Optional.empty();
    }
    double t = new TDistribution(n - 1).inverseCumulativeProbability(UPPER_QUANTILE);
    return Optional.of(t * sample.getStandardDeviation() / Math.sqrt(n));
  }

  /** The same in another unit. */
  public Estimate times(double factor) {
    return new Estimate(mean * factor, ci95.map(half -> half * Math.abs(factor)));
  }
}
