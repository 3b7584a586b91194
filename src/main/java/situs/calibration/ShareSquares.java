package situs.calibration;

/**
 * Least squares of the relative errors of linear equations, without a negative solution: by
 * coordinate descent on the normal equations (Franc, Hlaváč, Navara 2005), for a few unknowns.
 */
final class ShareSquares {
  private static final int SWEEPS = 20_000;
  private static final double SMALL_STEP = 1e-12;
  private static final double LEAST_SHARE = 0.01;

  private final double[][] products;
  private final double[] right;
  private int equations;

  ShareSquares(int unknowns) {
    products = new double[unknowns][unknowns];
    right = new double[unknowns];
  }

  /** Unknowns times {@code factors} make {@code value}, which is more than 0. */
  void add(double[] factors, double value) {
    equations++;
    for (int i = 0; i < factors.length; i++) {
      for (int j = 0; j < factors.length; j++) {
        products[i][j] += factors[i] * factors[j] / (value * value);
      }
      right[i] += factors[i] / value;
    }
  }

  /** The solution, where what would be 0 explains {@link #LEAST_SHARE} of the values. */
  double[] positive() {
    double[] x = nonNegative();
    for (int i = 0; i < x.length; i++) {
      double least = right[i] > 0 ? LEAST_SHARE * equations / right[i] : Double.MIN_NORMAL;
      x[i] = Math.max(x[i], least);
    }
    return x;
  }

  /** The solution; 0 for what no equation mentions. */
  private double[] nonNegative() {
    double[] x = new double[right.length];
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double largest = 0;
      for (int i = 0; i < x.length; i++) {
        largest = Math.max(largest, improve(x, i));
      }
      if (largest < SMALL_STEP) {
        break;
      }
    }
    return x;
  }

  /** Sets one unknown to its best; answers the relative change. */
  private double improve(double[] x, int i) {
    if (products[i][i] == 0) {
      return 0;
    }
    double rest = right[i] + products[i][i] * x[i];
    for (int j = 0; j < x.length; j++) {
      rest -= products[i][j] * x[j];
    }
    double best = Math.max(0, rest / products[i][i]);
    double change = Math.abs(best - x[i]) / Math.max(best, Double.MIN_NORMAL);
    x[i] = best;
    return best == 0 ? 0 : change;
  }
}
