package situs.calibration;

import java.util.Optional;
import situs.model.ServingProfile.ThreeTerms;
import situs.serving.IterationTime;

/**
 * What the terms are thought to be before any request is looked at. A few hundred requests outweigh
 * it by far; it counts where they cannot tell one term from another, as when memory is always full.
 */
final class Expected {
  /** Standard deviation of a term's logarithm: the roofline's prefill is off by up to half. */
  private static final double SPREAD = 0.5;

  private static final int MOST_SEQUENCES = 256;
  private static final int LEAST_CONTEXT = 256;
  private static final int MOST_CONTEXT = 8192;
  private static final int LEAST_PROMPT = 128;

  private final Optional<ThreeTerms> terms;
  private final Optional<double[]> logarithms;

  /**
   * @param time of iterations as expected; empty: nothing is
   */
  Expected(Optional<IterationTime> time) {
    terms = time.map(Expected::nearest);
    logarithms = terms.map(Terms::logarithms);
  }

  /** All more than 0. */
  Optional<ThreeTerms> terms() {
    return terms;
  }

  /** The three terms nearest to iteration times of another kind. */
  private static ThreeTerms nearest(IterationTime time) {
    ShareSquares decode = new ShareSquares(3);
    for (int b = 1; b <= MOST_SEQUENCES; b *= 2) {
      for (int context = LEAST_CONTEXT; context <= MOST_CONTEXT; context *= 2) {
        double kvTokens = (double) b * context;
        decode.add(new double[] {1, b, kvTokens}, time.decodeS(b, kvTokens));
      }
    }
    ShareSquares prefill = new ShareSquares(3);
    for (int t = LEAST_PROMPT; t <= MOST_CONTEXT; t *= 2) {
      prefill.add(new double[] {1, t, (double) t * t}, time.prefillS(t, 0, t));
    }
    double[] d = decode.positive();
    double[] p = prefill.positive();
    return new ThreeTerms(d[0], d[1], d[2], p[0], p[1], p[2]);
  }

  /** Minus the logarithm of how likely terms are, by their logarithms, less a constant. */
  double surprise(double[] found) {
    double sum = 0;
    for (int i = 0; i < found.length; i++) {
      double slope = slope(found, i);
      sum += slope * slope / 2 * SPREAD * SPREAD;
    }
    return sum;
  }

  /** How that changes with one of them. */
  double slope(double[] found, int term) {
    return logarithms.map(l -> (found[term] - l[term]) / (SPREAD * SPREAD)).orElse(0.0);
  }

  /** And how that changes in turn. */
  double curvature() {
    return logarithms.isPresent() ? 1 / (SPREAD * SPREAD) : 0;
  }
}
