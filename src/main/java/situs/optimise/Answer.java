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
    /** Nothing more could be done in the way it was sought; the best found. */
    UNPROVEN,
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

  /**
   * The better of two answers to one program, with the better of their bounds.
   *
   * @param near gap within which it counts as proven
   */
  public Answer with(Answer other, double near) {
    Answer better = other.value < value ? other : this;
    double known = Math.min(better.value, Math.max(bound, other.bound));
    Answer both = new Answer(outcome, better.values, better.value, known, nodes + other.nodes);
    return both.gap() > near
        ? both
        : new Answer(Outcome.PROVEN, both.values, both.value, both.bound, both.nodes);
  }

  static Answer none(Outcome outcome) {
    return new Answer(
        outcome, new double[0], Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0);
  }
}
