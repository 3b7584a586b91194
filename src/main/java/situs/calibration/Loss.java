package situs.calibration;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import situs.model.ServingProfile.ThreeTerms;
import situs.trace.MeasuredRequest;

/**
 * How far a simulation is from what was measured: by the relative errors of TTFT and of decoding
 * time (logarithms of their ratios), squared while small and hardly growing beyond (Cauchy's
 * likelihood), so that the few that a warm-up or a stall delayed do not decide the fit.
 *
 * <p>What is small is learnt. A first token comes with the iteration that happens to be under way,
 * which no terms foretell to the millisecond; many tokens after it average that out.
 *
 * @param requests the first that count
 * @param ttftScale error of TTFT that is usual
 * @param decodeScale likewise of decoding time
 */
record Loss(MeasuredRun run, int requests, double ttftScale, double decodeScale) {
  private static final double FIRST_SCALE = 0.1;
  private static final double LEAST_SCALE = 0.002;

  /** Before anything is known. */
  static Loss of(MeasuredRun run, int requests) {
    return new Loss(run, requests, FIRST_SCALE, FIRST_SCALE);
  }

  /** The same with the errors at {@code terms} as the usual ones. */
  Loss scaledAt(ThreeTerms terms) {
    List<MeasuredRequest> simulated = run.simulated(terms);
    return new Loss(
        run,
        requests,
        usual(ttftErrors(simulated), ttftScale),
        usual(decodeErrors(simulated), decodeScale));
  }

  /** The median, which is the scale of Cauchy's distribution. */
  private static double usual(DoubleStream errors, double unknown) {
    double[] sorted = errors.map(Math::abs).sorted().toArray();
    return sorted.length == 0 ? unknown : Math.max(LEAST_SCALE, sorted[sorted.length / 2]);
  }

  /** The errors of all that count, each in units of what is usual. */
  double[] errors(ThreeTerms terms) {
    List<MeasuredRequest> simulated = run.simulated(terms);
    return DoubleStream.concat(
            ttftErrors(simulated).map(e -> e / ttftScale),
            decodeErrors(simulated).map(e -> e / decodeScale))
        .toArray();
  }

  private DoubleStream ttftErrors(List<MeasuredRequest> simulated) {
    return IntStream.range(0, requests)
        .mapToDouble(i -> error(run.measured().get(i).ttftS(), simulated.get(i).ttftS()));
  }

  private DoubleStream decodeErrors(List<MeasuredRequest> simulated) {
    return IntStream.range(0, requests)
        .filter(i -> decodes(run.measured().get(i)))
        .mapToDouble(i -> error(run.measured().get(i).decodeS(), simulated.get(i).decodeS()));
  }

  private static boolean decodes(MeasuredRequest r) {
    return r.outputTokens() > 1 && r.decodeS() > 0;
  }

  private static double error(double theirs, double ours) {
    return StrictMath.log(Math.max(ours, Double.MIN_NORMAL) / theirs);
  }

  /** Minus the logarithm of the likelihood, less a constant. */
  static double of(double[] errors) {
    return DoubleStream.of(errors).map(e -> StrictMath.log1p(e * e)).sum();
  }

  /** By how much an error counts beside a small one. */
  static double weight(double error) {
    return 1 / (1 + error * error);
  }
}
