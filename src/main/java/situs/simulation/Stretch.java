package situs.simulation;

/**
 * Iterations of pure decoding in a row: the batch is constant and every context grows by a token,
 * so n of them take {@code n*first + growth*n(n-1)/2} seconds.
 */
final class Stretch {
  private boolean ahead;
  private double began;
  private double firstS;
  private double growthS;

  /**
   * Plans a stretch.
   *
   * @param now when it is planned
   * @param start when it begins: now, or at the end of an iteration that is under way
   */
  void begin(double now, double start, double firstIterationS, double growthAnIterationS) {
    ahead = start > now;
    began = start;
    firstS = firstIterationS;
    growthS = growthAnIterationS;
  }

  /** When n iterations are over. */
  double end(long n) {
    return began + lengthS(n);
  }

  private double lengthS(long n) {
    return n * firstS + growthS * (0.5 * n * (n - 1));
  }

  /**
   * The number of the iteration under way at {@code now}, from 1 and at most {@code most}; 0 when
   * the stretch is still to begin.
   */
  long iterationAt(double now, long most) {
    if (ahead && now <= began) {
      return 0;
    }
    double elapsed = now - began;
    double half = growthS / 2;
    double linear = firstS - half;
    double root = Math.sqrt(linear * linear + 4 * half * elapsed);
    // The stable form of the quadratic's root; off by one at most by rounding.
    double guess = Math.ceil(2 * elapsed / (linear + root));
    long n = guess >= 1 ? (long) guess : 1;
    while (n > 1 && lengthS(n - 1) >= elapsed) {
      n--;
    }
    while (lengthS(n) < elapsed && n < most) {
      n++;
    }
    return Math.min(n, most);
  }
}
