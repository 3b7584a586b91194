package situs.optimise;

/**
 * What a solver found.
 *
 * @param values of the variables; empty when no answer was found
 * @param value of what was minimised
 * @param bound no answer is below it
 * @param nodes of the search
 */
public record Answer(Outcome outcome, double[] values, double value, double bound, long nodes) {

  /** How a search ended. */
  public enum Outcome {
    /** Proven to lie within the gap asked for. */
    PROVEN,
    /** Nodes were used up; the best found. */
    OUT_OF_NODES,
    /** Time was used up; the best found, which may differ from run to run. */
    OUT_OF_TIME,
    /** There is no answer at all. */
    IMPOSSIBLE,
    /** None was found within the limits, and none was excluded. */
    UNKNOWN
  }

  public boolean found() {
    return values.length > 0;
  }

  /** What the best possible may lie below the answer, as a part of the answer. */
  public double gap() {
    double apart = Math.max(0, value - bound);
    return apart <= 1e-9 * Math.abs(value) ? 0 : apart / Math.max(Math.abs(value), 1e-9);
  }

  static Answer none(Outcome outcome) {
    return new Answer(
        outcome, new double[0], Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0);
  }
}
