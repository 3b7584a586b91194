package situs.model;

import java.util.List;

/** Factors on a rate by time. */
final class Factors {
  private Factors() {}

  static List<Double> checked(List<Double> factors, int count) {
    List<Double> copy = List.copyOf(factors);
    boolean ok = copy.stream().allMatch(f -> f >= 0 && f < Double.POSITIVE_INFINITY);
    if (copy.size() != count || !ok || copy.stream().noneMatch(f -> f > 0)) {
      throw new IllegalArgumentException(
          "need " + count + " factors of 0 and more, not all 0, got " + factors);
    }
    return copy;
  }

  static double mean(List<Double> factors) {
    return factors.stream().mapToDouble(Double::doubleValue).sum() / factors.size();
  }

  static double highest(List<Double> factors) {
    return factors.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
