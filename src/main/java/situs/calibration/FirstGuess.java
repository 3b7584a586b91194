package situs.calibration;

import java.util.List;
import java.util.function.ToDoubleFunction;
import situs.model.ServingProfile.ThreeTerms;
import situs.trace.MeasuredRequest;

/**
 * Iteration times without simulation, to search from. The measured times say who was decoding when,
 * so that decoding of n tokens beside B - 1 others on average has taken
 *
 * <pre>
 * n * (a + b*B + c*KV) + sum over prompts done meanwhile (p1*T + p2*T^2)
 * </pre>
 *
 * and a request that came when no prompt waited had its first token after {@code p0 + p1*T +
 * p2*T^2}. Solved for the relative errors.
 */
final class FirstGuess {
  private static final int TERMS = 6;

  /** What is left of a term that is traded for another. */
  private static final double KEPT = 0.1;

  private final List<MeasuredRequest> requests;
  private final ShareSquares squares = new ShareSquares(TERMS);
  private boolean sawLonePrompts;

  private FirstGuess(List<MeasuredRequest> requests) {
    this.requests = requests;
  }

  /**
   * Where to search from, all terms more than 0: the solution, and others that tell the same times
   * nearly as well where a run has prompts of one length, or memory that is always full. Then the
   * part of a prompt that is fixed trades with that by token, and sequences with their contexts.
   */
  static List<ThreeTerms> of(List<MeasuredRequest> requests) {
    ThreeTerms t = new FirstGuess(requests).solved();
    double promptTokens = mean(requests, MeasuredRequest::promptTokens);
    double context = mean(requests, r -> r.promptTokens() + r.outputTokens() / 2.0);
    double byToken = t.p1() + (1 - KEPT) * t.p0() / promptTokens;
    double byContext = t.c() + (1 - KEPT) * t.b() / context;
    return List.of(
        t,
        new ThreeTerms(t.a(), t.b(), t.c(), KEPT * t.p0(), byToken, t.p2()),
        new ThreeTerms(t.a(), KEPT * t.b(), byContext, t.p0(), t.p1(), t.p2()),
        new ThreeTerms(t.a(), KEPT * t.b(), byContext, KEPT * t.p0(), byToken, t.p2()));
  }

  private static double mean(
      List<MeasuredRequest> requests, ToDoubleFunction<MeasuredRequest> value) {
    return requests.stream().mapToDouble(value).average().orElseThrow();
  }

  private ThreeTerms solved() {
    double promptsDoneS = Double.NEGATIVE_INFINITY;
    for (MeasuredRequest r : requests) {
      if (promptsDoneS <= r.arrivalS()) {
        double t = r.promptTokens();
        squares.add(new double[] {0, 0, 0, 1, t, t * t}, r.ttftS());
        sawLonePrompts = true;
      }
      promptsDoneS = Math.max(promptsDoneS, firstS(r));
      if (r.outputTokens() > 1 && r.decodeS() > 0) {
        squares.add(decoding(r), r.decodeS());
      }
    }
    double[] x = squares.positive();
    return new ThreeTerms(x[0], x[1], x[2], sawLonePrompts ? x[3] : x[0], x[4], x[5]);
  }

  private double[] decoding(MeasuredRequest r) {
    double[] terms = new double[TERMS];
    double sequences = 0;
    double kvTokens = 0;
    for (MeasuredRequest other : requests) {
      double share = overlap(r, other) / r.decodeS();
      sequences += share;
      kvTokens += share * (other.promptTokens() + other.outputTokens() / 2.0);
      if (firstS(other) > firstS(r) && firstS(other) <= endS(r)) {
        double t = other.promptTokens();
        terms[4] += t;
        terms[5] += t * t;
      }
    }
    double iterations = r.outputTokens() - 1.0;
    terms[0] = iterations;
    terms[1] = iterations * sequences;
    terms[2] = iterations * kvTokens;
    return terms;
  }

  /** How long both were decoding. */
  private static double overlap(MeasuredRequest one, MeasuredRequest other) {
    return Math.max(0, Math.min(endS(one), endS(other)) - Math.max(firstS(one), firstS(other)));
  }

  private static double firstS(MeasuredRequest r) {
    return r.arrivalS() + r.ttftS();
  }

  private static double endS(MeasuredRequest r) {
    return r.arrivalS() + r.callS();
  }
}
