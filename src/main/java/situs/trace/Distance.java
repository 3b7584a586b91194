package situs.trace;

import java.util.function.DoubleUnaryOperator;

/**
 * The Kolmogorov-Smirnov distance: the largest between two distribution functions.
 *
 * @param at the value where it is; between two whole numbers, for those
 * @param share of what was observed that lies below
 */
record Distance(double size, double at, double share) {

  /**
   * Of whole numbers the theory is rounded, as a run rounds what it draws. Of others, 0 stands for
   * what a clock cannot tell from it.
   */
  static Distance of(Values values, DoubleUnaryOperator theory) {
    double half = values.step() / 2;
    double n = values.count();
    Distance largest = new Distance(0, 0, 0);
    for (int i = 0; i < values.values().length; i++) {
      double x = values.values()[i];
      if (half == 0 && x == 0) {
        continue;
      }
      largest = largest.or(theory, x + half, values.cumulative()[i] / n);
      if (i > 0 || half == 0) {
        double below = (values.cumulative()[i] - values.count(i)) / n;
        // Just below, where a table has a jump at the value itself.
        largest = largest.or(theory, half == 0 ? Math.nextDown(x) : x - half, below);
      }
    }
    return largest;
  }

  private Distance or(DoubleUnaryOperator theory, double x, double share) {
    double size = Math.abs(theory.applyAsDouble(x) - share);
    return size > this.size ? new Distance(size, x, share) : this;
  }
}
