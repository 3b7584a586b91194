package situs.stats;

import java.util.OptionalInt;

/**
 * Where a series that begins in an unusual state has settled: the truncation that makes the
 * standard error of the rest least, over means of five (MSER-5: White, Cobb and Spratt, Winter
 * Simulation Conference 2000). Only truncations of at most half are looked at: towards the end the
 * statistic is that of a few values, small by chance where neighbours resemble each other.
 */
public final class Mser5 {
  private static final int BATCH = 5;

  /** A least error beyond this share of the truncations looked at is no minimum yet. */
  private static final double STILL_FALLING = 0.9;

  private Mser5() {}

  /**
   * How many values to drop from the front, a multiple of five. Empty when there are fewer than ten
   * values or the least error lies in the last tenth of what is looked at, that is, still falls:
   * the series is too short to tell.
   */
  public static OptionalInt truncation(double[] series) {
    double[] means = batchMeans(series);
    int last = means.length / 2;
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
      if (kept > 1 && from <= last && error <= least) {
        least = error;
        best = from;
      }
    }
    return best >= 0 && best <= STILL_FALLING * last
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
