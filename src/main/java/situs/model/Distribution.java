package situs.model;

import java.util.List;

/** A distribution of lengths (tokens) or times (seconds). Sampled by {@code stats}. */
public sealed interface Distribution {

  /** Expected value. */
  double mean();

  /** Standard deviation over mean; 0 where all values are 0. */
  double cv();

  /** From the mean and the mean square. */
  private static double cv(double mean, double square) {
    return mean == 0 ? 0 : Math.sqrt(Math.max(0, square / (mean * mean) - 1));
  }

  /** Always {@code value}. */
  record Constant(double value) implements Distribution {
    @Override
    public double mean() {
      return value;
    }

    @Override
    public double cv() {
      return 0;
    }
  }

  /** Exponential with mean {@code mean}. */
  record Exponential(double mean) implements Distribution {
    @Override
    public double cv() {
      return 1;
    }
  }

  /**
   * Log-normal by its median and 90th percentile; values above {@code max} are drawn again as
   * {@code max} ({@code Double.POSITIVE_INFINITY}: no limit).
   */
  record LogNormal(double median, double p90, double max) implements Distribution {
    /** 90 % point of the standard normal. */
    private static final double Z90 = 1.2815515655446004;

    public LogNormal {
      if (!(median > 0 && p90 > median && max >= p90)) {
        throw new IllegalArgumentException(
            "need 0 < median < p90 <= max, got " + median + ", " + p90 + ", " + max);
      }
    }

    /** Mean of the logarithm. */
    public double mu() {
      return StrictMath.log(median);
    }

    /** Standard deviation of the logarithm. */
    public double sigma() {
      return StrictMath.log(p90 / median) / Z90;
    }

    /** Mean of the distribution capped at {@code max}. */
    @Override
    public double mean() {
      double sigma = sigma();
      double whole = median * StrictMath.exp(sigma * sigma / 2);
      if (Double.isInfinite(max)) {
        return whole;
      }
      double z = StrictMath.log(max / median) / sigma;
      return whole * Normal.cdf(z - sigma) + max * Normal.cdf(-z);
    }

    /** Of the distribution capped at {@code max}. */
    @Override
    public double cv() {
      double sigma = sigma();
      double whole = median * median * StrictMath.exp(2 * sigma * sigma);
      if (Double.isInfinite(max)) {
        return Distribution.cv(mean(), whole);
      }
      double z = StrictMath.log(max / median) / sigma;
      double square = whole * Normal.cdf(z - 2 * sigma) + max * max * Normal.cdf(-z);
      return Distribution.cv(mean(), square);
    }
  }

  /**
   * Gamma by its mean and coefficient of variation.
   *
   * @param cv standard deviation over mean; 1 is exponential
   */
  record Gamma(double mean, double cv) implements Distribution {
    public Gamma {
      if (!(mean > 0 && cv > 0)) {
        throw new IllegalArgumentException("need mean > 0 and cv > 0, got " + mean + ", " + cv);
      }
    }

    /** What the power of the density is one less than. */
    public double shape() {
      return 1 / (cv * cv);
    }

    /** Mean over shape. */
    public double scale() {
      return mean * cv * cv;
    }
  }

  /**
   * A table of quantiles, with straight lines between them.
   *
   * @param shares ascending from 0 to 1
   * @param values at these shares, never descending
   */
  record Quantiles(List<Double> shares, List<Double> values) implements Distribution {
    public Quantiles {
      shares = List.copyOf(shares);
      values = List.copyOf(values);
      int last = shares.size() - 1;
      boolean whole = last >= 1 && values.size() == last + 1;
      if (!whole || shares.get(0) != 0 || shares.get(last) != 1 || !ascend(shares, values)) {
        throw new IllegalArgumentException(
            "need ascending quantiles from 0 to 1, got " + shares + ", " + values);
      }
    }

    private static boolean ascend(List<Double> shares, List<Double> values) {
      for (int i = 1; i < shares.size(); i++) {
        if (!(shares.get(i) > shares.get(i - 1) && values.get(i) >= values.get(i - 1))) {
          return false;
        }
      }
      return true;
    }

    @Override
    public double mean() {
      double sum = 0;
      for (int i = 1; i < shares.size(); i++) {
        sum += (shares.get(i) - shares.get(i - 1)) * (values.get(i) + values.get(i - 1)) / 2;
      }
      return sum;
    }

    /** Values between two quantiles are equally likely: their mean square is (a² + ab + b²)/3. */
    @Override
    public double cv() {
      double square = 0;
      for (int i = 1; i < shares.size(); i++) {
        double a = values.get(i - 1);
        double b = values.get(i);
        square += (shares.get(i) - shares.get(i - 1)) * (a * a + a * b + b * b) / 3;
      }
      return Distribution.cv(mean(), square);
    }
  }

  /** Each listed value equally likely. */
  record Empirical(List<Double> values) implements Distribution {
    public Empirical {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("an empirical distribution needs a value");
      }
    }

    @Override
    public double mean() {
      return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }

    @Override
    public double cv() {
      double square = values.stream().mapToDouble(v -> v * v).sum() / values.size();
      return Distribution.cv(mean(), square);
    }
  }
}
