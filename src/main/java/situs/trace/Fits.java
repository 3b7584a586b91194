package situs.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.AbstractRealDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import situs.model.Distribution;

/** Fits by maximum likelihood, and a table of quantiles. */
final class Fits {
  /** A fit that is further off is no stand-in for what was observed. */
  static final double GOOD_KS = 0.05;

  /** Below, values are as good as constant. */
  private static final double LEAST_CV = 0.01;

  /** Distances times the root of the count: outside, p is 1 or 0 to 20 digits. */
  private static final double ALWAYS_BELOW = 0.15;

  private static final double NEVER_ABOVE = 5;

  private static final double Z90 = 1.2815515655446004;
  private static final int NEWTON_STEPS = 50;

  private final String column;
  private final Values values;
  private final List<Fit> fits = new ArrayList<>();

  private Fits(String column, Values values) {
    this.column = column;
    this.values = values;
  }

  /** Every fit that the values allow; one of them is chosen. */
  static List<Fit> of(String column, Values values) {
    return new Fits(column, values).all();
  }

  /** The chosen one. */
  static Fit chosen(String column, Values values) {
    return of(column, values).stream().filter(Fit::chosen).findFirst().orElseThrow();
  }

  private List<Fit> all() {
    boolean varies = values.cv() >= LEAST_CV;
    // Values of 0 have no logarithm.
    if (varies && values.least() > 0) {
      logNormal();
      gamma();
    }
    if (values.mean() > 0) {
      exponential();
    }
    Optional<Fit> best = fits.stream().min(Comparator.comparing(f -> f.aic().orElseThrow()));
    table();
    Fit chosen = best.filter(f -> f.ksStatistic() <= GOOD_KS).orElse(fits.get(fits.size() - 1));
    fits.replaceAll(f -> f == chosen ? f.choose() : f);
    return List.copyOf(fits);
  }

  private void logNormal() {
    double mu = values.meanLog();
    double sigma = StrictMath.sqrt(values.varianceLog());
    double median = StrictMath.exp(mu);
    double p90 = StrictMath.exp(mu + Z90 * sigma);
    add(
        "log-normal",
        new Distribution.LogNormal(median, p90, Math.max(p90, values.greatest())),
        new LogNormalDistribution(null, mu, sigma),
        2);
  }

  private void gamma() {
    double mean = values.mean();
    double shape = shape(StrictMath.log(mean) - values.meanLog());
    add(
        "gamma",
        new Distribution.Gamma(mean, 1 / StrictMath.sqrt(shape)),
        new GammaDistribution(null, shape, mean / shape),
        2);
  }

  /**
   * The shape k with {@code log k - digamma(k) = s}, from Minka's start (2002) by Newton's method.
   */
  private static double shape(double s) {
    double k = (3 - s + StrictMath.sqrt((s - 3) * (s - 3) + 24 * s)) / (12 * s);
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double off = StrictMath.log(k) - Gamma.digamma(k) - s;
      double next = k - off / (1 / k - Gamma.trigamma(k));
      if (!(next > 0) || Math.abs(next - k) <= 1e-12 * k) {
        break;
      }
      k = next;
    }
    return k;
  }

  private void exponential() {
    add(
        "exponential",
        new Distribution.Exponential(values.mean()),
        new ExponentialDistribution(null, values.mean()),
        1);
  }

  private void add(
      String kind, Distribution distribution, AbstractRealDistribution theory, int parameters) {
    double distance = distance(theory::cumulativeProbability);
    double logLikelihood = 0;
    for (int i = 0; i < values.values().length; i++) {
      logLikelihood += values.count(i) * theory.logDensity(values.values()[i]);
    }
    fits.add(
        new Fit(
            column,
            kind,
            distribution,
            distance,
            pValue(distance),
            Optional.of(2 * parameters - 2 * logLikelihood),
            false));
  }

  private void table() {
    QuantileTable table = QuantileTable.of(values);
    double distance = distance(table::share);
    fits.add(
        new Fit(
            column,
            "empirical",
            table.distribution(),
            distance,
            pValue(distance),
            Optional.empty(),
            false));
  }

  private double distance(DoubleUnaryOperator theory) {
    return Distance.of(values, theory).size();
  }

  private double pValue(double distance) {
    int n = (int) Math.min(Integer.MAX_VALUE, values.count());
    double scaled = distance * StrictMath.sqrt(n);
    if (scaled < ALWAYS_BELOW || scaled > NEVER_ABOVE) {
      return scaled < ALWAYS_BELOW ? 1 : 0;
    }
    return Math.max(0, 1 - new KolmogorovSmirnovTest().cdf(distance, n));
  }
}
