package situs.trace;

import java.util.Map;
import java.util.TreeMap;

/** Counts lengths: exact, and no larger than there are different lengths. */
final class TokenCounts {
  private final Map<Integer, long[]> counts = new TreeMap<>();

  void add(int tokens) {
    counts.computeIfAbsent(tokens, t -> new long[1])[0]++;
  }

  Values values() {
    double[] values = new double[counts.size()];
    long[] cumulative = new long[counts.size()];
    int i = 0;
    long sum = 0;
    for (Map.Entry<Integer, long[]> entry : counts.entrySet()) {
      sum += entry.getValue()[0];
      values[i] = entry.getKey();
      cumulative[i++] = sum;
    }
    return new Values(values, cumulative, 1);
  }
}
