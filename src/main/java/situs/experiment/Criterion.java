package situs.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What strategies are compared by: a figure of every replication.
 *
 * @param name as a column would be called, with its unit last
 * @param workload whose figure it is, or {@link LatencyRow#ALL}
 * @param resolution the least relative difference that the values can show: what comes from
 *     sketches has an error of its own
 * @param bases what of contracts the values of some replications rest on: {@code assumed}; none
 *     where they rest on none
 * @param value of one replication; empty where it is unknown, or nothing was measured
 */
public record Criterion(
    String name,
    String workload,
    Better better,
    double resolution,
    Function<List<Run>, List<String>> bases,
    Function<Run, Optional<Double>> value) {

  /** Of which contracts say nothing. */
  public Criterion(
      String name,
      String workload,
      Better better,
      double resolution,
      Function<Run, Optional<Double>> value) {
    this(name, workload, better, resolution, runs -> List.of(), value);
  }

  /** Which of two values is the better one. */
  public enum Better {
    LESS("less"),
    MORE("more");

    private final String word;

    Better(String word) {
      this.word = word;
    }

    /** The word used in outputs. */
    public String word() {
      return word;
    }

    /** Whether a difference to another value is an advantage. */
    boolean is(double difference) {
      return this == LESS ? difference < 0 : difference > 0;
    }
  }

  /** Whether a difference between two means is more than the values' own error. */
  boolean shows(double difference, double mean) {
    return Math.abs(difference) > resolution * Math.abs(mean);
  }

  /** {@code call_p95_s of gpt-api}, for the reader. */
  public String words() {
    return workload.equals(LatencyRow.ALL) ? name : name + " of " + workload;
  }
}
