package situs.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import situs.model.Metric;
import situs.model.ServingProfile.ThreeTerms;
import situs.trace.MeasuredRequest;

/**
 * How far the simulated times of a part of a run are from the measured ones; errors are relative.
 *
 * @param metric TTFT, TPOT or call time
 * @param requests that have one
 * @param meanS measured
 * @param mean by how much the simulated mean is above it
 * @param p50 likewise of the median
 * @param p99 likewise
 * @param each median of the errors of single requests, signs left out
 */
public record RunError(
    Part part,
    Metric metric,
    int requests,
    double meanS,
    double mean,
    double p50,
    double p99,
    double each) {

  /** Of the run. */
  public enum Part {
    FITTED("fitted"),
    KEPT_BACK("kept back");

    private final String words;

    Part(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  private static final List<Metric> METRICS = List.of(Metric.TTFT, Metric.TPOT, Metric.CALL);

  /** Both parts, the fitted one first. */
  static List<RunError> of(MeasuredRun run, ThreeTerms terms, int fitted) {
    List<MeasuredRequest> simulated = run.simulated(terms);
    List<RunError> errors = new ArrayList<>();
    for (Part part : Part.values()) {
      int from = part == Part.FITTED ? 0 : fitted;
      int to = part == Part.FITTED ? fitted : run.size();
      for (Metric metric : METRICS) {
        of(part, metric, run.measured().subList(from, to), simulated.subList(from, to))
            .ifPresent(errors::add);
      }
    }
    return errors;
  }

  private static Optional<RunError> of(
      Part part, Metric metric, List<MeasuredRequest> measured, List<MeasuredRequest> simulated) {
    int[] having =
        IntStream.range(0, measured.size())
            .filter(i -> seconds(metric, measured.get(i)) > 0)
            .toArray();
    if (having.length == 0) {
      return Optional.empty();
    }
    double[] theirs = values(having, i -> seconds(metric, measured.get(i)));
    double[] ours = values(having, i -> seconds(metric, simulated.get(i)));
    double[] each =
        values(IntStream.range(0, having.length).toArray(), i -> Math.abs(ours[i] / theirs[i] - 1));
    return Optional.of(
        new RunError(
            part,
            metric,
            having.length,
            mean(theirs),
            mean(ours) / mean(theirs) - 1,
            quantile(ours, 0.5) / quantile(theirs, 0.5) - 1,
            quantile(ours, 0.99) / quantile(theirs, 0.99) - 1,
            quantile(each, 0.5)));
  }

  private static double[] values(int[] indices, IntToDoubleFunction value) {
    return Arrays.stream(indices).mapToDouble(value).toArray();
  }

  /** 0 where a request has none. */
  private static double seconds(Metric metric, MeasuredRequest r) {
    return switch (metric) {
      case TTFT -> r.ttftS();
      case TPOT -> r.outputTokens() > 1 ? r.decodeS() / (r.outputTokens() - 1) : 0;
      default -> r.callS();
    };
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** By nearest rank. */
  private static double quantile(double[] values, double share) {
    return Arrays.stream(values).sorted().toArray()[(int) Math.ceil(share * values.length) - 1];
  }
}
