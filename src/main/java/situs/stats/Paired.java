package situs.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * Two samples whose values belong together in pairs: two strategies on the same random streams,
 * replication by replication.
 *
 * @param pairs how many there are
 * @param difference first minus second, with its own 95 % interval
 * @param p two-sided, by the paired t test, at least {@link #SMALLEST_P}; empty with one pair, and
 *     where the difference is {@linkplain #exact the same} in every pair
 * @param effect mean difference in its standard deviations (Cohen's d_z) with Hedges' correction
 *     for few pairs; empty likewise, and with two pairs
 * @param varianceSaved the part of the difference's variance that pairing took away: 1 - var(a - b)
 *     / (var(a) + var(b)); negative where it added some; empty where nothing varies
 */
public record Paired(
    int pairs,
    Estimate difference,
    Optional<Double> p,
    Optional<Double> effect,
    Optional<Double> varianceSaved) {
  /** What the distribution function still tells from 0. */
  public static final double SMALLEST_P = 1e-12;

  /** Less, relative to the values, is rounding. */
  private static final double ROUNDING = 1e-12;

  /**
   * The pairs of two lists of one length; empty from none.
   *
   * @throws IllegalArgumentException for lists of unequal length
   */
  public static Optional<Paired> of(List<Double> first, List<Double> second) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(first.size() + " values against " + second.size());
    }
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      differences.add(difference(first.get(i), second.get(i)));
    }
    return Estimate.of(differences).map(estimate -> of(first, second, differences, estimate));
  }

  private static double difference(double a, double b) {
    double rounding = ROUNDING * Math.max(Math.abs(a), Math.abs(b));
    return Math.abs(a - b) <= rounding ? 0 : a - b;
  }

  private static Paired of(
      List<Double> first, List<Double> second, List<Double> differences, Estimate estimate) {
    SummaryStatistics a = summary(first);
    SummaryStatistics b = summary(second);
    SummaryStatistics d = summary(differences);
    int pairs = differences.size();
    double largest = Math.max(largest(a), largest(b));
    if (pairs == 1) {
      return new Paired(pairs, estimate, Optional.empty(), Optional.empty(), Optional.empty());
    }
    double apart = a.getVariance() + b.getVariance();
    boolean varies = Math.sqrt(apart) > ROUNDING * largest;
    Optional<Double> saved = varies ? Optional.of(1 - d.getVariance() / apart) : Optional.empty();
    if (d.getStandardDeviation() <= ROUNDING * largest) {
      Estimate fixed = new Estimate(estimate.mean(), Optional.of(0.0));
      return new Paired(pairs, fixed, Optional.empty(), Optional.empty(), saved);
    }
    double effect = d.getMean() / d.getStandardDeviation();
    return new Paired(
        pairs,
        estimate,
        Optional.of(p(effect * Math.sqrt(pairs), pairs - 1)),
        hedges(pairs - 1).map(factor -> effect * factor),
        saved);
  }

  /** Of one degree of freedom the mean of the effect does not exist. */
  private static Optional<Double> hedges(int freedom) {
    return freedom < 2 ? Optional.empty() : Optional.of(1 - 3.0 / (4 * freedom - 1));
  }

  private static SummaryStatistics summary(List<Double> values) {
    SummaryStatistics summary = new SummaryStatistics();
    values.forEach(summary::addValue);
    return summary;
  }

  private static double largest(SummaryStatistics sample) {
    return Math.max(Math.abs(sample.getMin()), Math.abs(sample.getMax()));
  }

  private static double p(double t, int freedom) {
    double both = 2 * new TDistribution(freedom).cumulativeProbability(-Math.abs(t));
    return Math.max(SMALLEST_P, both);
  }

  /** Whether the difference is the same in every one of several pairs: nothing is left to test. */
  public boolean exact() {
    return pairs > 1 && p.isEmpty();
  }
}
