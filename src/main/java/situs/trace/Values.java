package situs.trace;

import java.util.Arrays;

/**
 * Observed values, ascending, each with how often it was seen.
 *
 * @param cumulative at or below each value
 * @param step distance of neighbouring values where they are whole numbers: 1; 0 for others
 */
record Values(double[] values, long[] cumulative, double step) {

  long count() {
    return cumulative[cumulative.length - 1];
  }

  long count(int index) {
    return index == 0 ? cumulative[0] : cumulative[index] - cumulative[index - 1];
  }

  double least() {
    return values[0];
  }

  double greatest() {
    return values[values.length - 1];
  }

  double mean() {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += count(i) * values[i];
    }
    return sum / count();
  }

  /** Standard deviation over mean. */
  double cv() {
    double mean = mean();
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      squares += count(i) * (values[i] - mean) * (values[i] - mean);
    }
    return StrictMath.sqrt(squares / count()) / mean;
  }

  /** Mean of the logarithms; values must be above 0. */
  double meanLog() {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += count(i) * StrictMath.log(values[i]);
    }
    return sum / count();
  }

  /** Variance of the logarithms. */
  double varianceLog() {
    double mean = meanLog();
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      double off = StrictMath.log(values[i]) - mean;
      squares += count(i) * off * off;
    }
    return squares / count();
  }

  /** The value at a share of the ordered values: the nearest, none between two. */
  double quantile(double share) {
    long rank = Math.round(share * (count() - 1)) + 1;
    int found = Arrays.binarySearch(cumulative, rank);
    return values[found >= 0 ? found : -found - 1];
  }
}
