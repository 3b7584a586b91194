package situs.model;

import java.util.List;

/**
 * How long an iteration of a model server takes: {@code model} on {@code parallel} accelerators of
 * one kind. Formulas and fields as in docs/serving.md; the arithmetic is {@code serving}'s.
 *
 * @param weights precision of the weights: {@code bfloat16}, {@code fp8}
 * @param weightsGbPerAccelerator 10^9 bytes
 * @param kvBytesPerTokenPerAccelerator bytes
 */
public record ServingProfile(
    String model,
    String accelerator,
    int parallel,
    String weights,
    Iteration iteration,
    double weightsGbPerAccelerator,
    double kvBytesPerTokenPerAccelerator,
    Provenance provenance) {

  public ServingProfile {
    if (parallel < 1) {
      throw new IllegalArgumentException("parallel degree must be at least 1, is " + parallel);
    }
  }

  /**
   * The time of one iteration with B sequences that decode and prompt chunks T behind contexts c.
   */
  public sealed interface Iteration permits ThreeTerms, Knots {}

  /**
   * Decode {@code a + b*B + c*KV}, prefill {@code p0 + p1*T + p2*T*(T+2c)}, seconds. A mixed
   * iteration reads the weights once: the larger of {@code a} and {@code p0}, and the rest summed.
   */
  public record ThreeTerms(double a, double b, double c, double p0, double p1, double p2)
      implements Iteration {
    public ThreeTerms {
      requireFinite(a, b, c, p0, p1, p2);
    }
  }

  /**
   * {@code lin(B + sum T)}, piecewise linear over {@code tokens} and in {@code seconds}, plus
   * {@code a + b*B + c*KV} of attention when B > 0, plus {@code q0 + q1*T + q2*T*(T+2c)} a chunk,
   * seconds.
   */
  public record Knots(
      List<Integer> tokens,
      List<Double> seconds,
      double a,
      double b,
      double c,
      double q0,
      double q1,
      double q2)
      implements Iteration {
    public Knots {
      tokens = List.copyOf(tokens);
      seconds = List.copyOf(seconds);
      requireFinite(a, b, c, q0, q1, q2);
      if (tokens.isEmpty() || tokens.size() != seconds.size()) {
        throw new IllegalArgumentException("as many knots as times, and at least one");
      }
    }
  }

  private static void requireFinite(double... terms) {
    for (double term : terms) {
      if (!(term >= 0) || Double.isInfinite(term)) {
        throw new IllegalArgumentException("a term of an iteration must be 0 or more, is " + term);
      }
    }
  }
}
