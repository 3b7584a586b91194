package situs.trace;

import java.util.Arrays;
import situs.stats.RandomStream;

/**
 * A fair sample of a stream (Vitter's algorithm R, ACM Transactions on Mathematical Software 11,
 * 1985): all of it while it is short.
 */
final class Reservoir {
  /** Percentiles of so many are good to 0.3 % of the rank. */
  static final int SIZE = 100_000;

  private final RandomStream random = new RandomStream(1);
  private double[] sample = new double[1024];
  private long seen;

  void add(double value) {
    seen++;
    if (seen <= SIZE) {
      if (seen > sample.length) {
        sample = Arrays.copyOf(sample, Math.min(SIZE, 2 * sample.length));
      }
      sample[(int) seen - 1] = value;
      return;
    }
    long place = random.nextLong(seen);
    if (place < SIZE) {
      sample[(int) place] = value;
    }
  }

  boolean isEmpty() {
    return seen == 0;
  }

  Values values() {
    double[] sorted = Arrays.copyOf(sample, (int) Math.min(SIZE, seen));
    Arrays.sort(sorted);
    long[] cumulative = new long[sorted.length];
    Arrays.setAll(cumulative, i -> i + 1);
    return new Values(sorted, cumulative, 0);
  }
}
