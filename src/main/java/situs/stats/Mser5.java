package situs.stats;

import java.util.OptionalInt;

/**
 * Where a series that begins in an unusual state has settled: the truncation that makes the
 * standard error of the rest least, over means of five (MSER-5: White, Cobb and Spratt, Winter
 * Simulation Conference 2000).
 */
public final class Mser5 {
  private static final int BATCH = 5;

  private Mser5() {}

  /**
   * How many values to drop from the front, a multiple of five. Empty when the least error lies in
   * the second half or there are fewer than ten values: the series is too short to tell.
   */
  public static OptionalInt truncation(double[] series) {
    double[] means = batchMeans(series);
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    double sum = 0;
    double squares = 0;
    // From the end, so that each candidate adds one mean to the sums of what it keeps.
    for (int from = means.length - 1; from >= 0; from--) {
      sum += means[from];
      squares += means[from] * means[from];
      int kept = means.length - from;
      double error = (squares - sum * sum / kept) / ((double) kept * kept);
      if (kept > 1 && error <= least) {
        least = error;
        best = from;
      }
    }
    return best >= 0 && 2 * best <= means.length
        ? OptionalInt.of(BATCH * best)
        : OptionalInt.empty();
  }

  /** Means of five after each other, centred so that their squares do not cancel. */
  private static double[] batchMeans(double[] series) {
    double[] means = new double[series.length / BATCH];
    double centre = 0;
    for (double value : series) {
      centre += value / series.length;
    }
    for (int i = 0; i < BATCH * means.length; i++) {
      means[i / BATCH] += (series[i] - centre) / BATCH;
    }
    return means;
  }
}
