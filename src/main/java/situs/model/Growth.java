package situs.model;

/**
 * How a rate grows, or shrinks, from the start of the measured window on.
 *
 * @param factor what it is multiplied by in {@code everyS}; below 1 it shrinks
 * @param everyS seconds
 */
public record Growth(double factor, double everyS, Kind kind) {
  /** No growth. */
  public static final Growth NONE = new Growth(1, DayShape.DAY_S, Kind.COMPOUND);

  /** Steps in {@code everyS}: so small that a doubling is made of steps of 0.7 %. */
  private static final double STEPS = 100;

  /** How it goes on after the first {@code everyS}. */
  public enum Kind {
    /** {@code factor^(t / every)}: by the same factor each time. */
    COMPOUND,
    /** {@code 1 + (factor - 1) t / every}, not below 0: by the same amount each time. */
    LINEAR
  }

  public Growth {
    if (!(factor > 0 && everyS > 0)) {
      throw new IllegalArgumentException(
          "need a growth > 0 in a time > 0, got " + factor + " in " + everyS + " s");
    }
  }

  /**
   * The factor at a time; 1 before the start.
   *
   * @param t seconds from the start of the measured window
   */
  public double at(double t) {
    double times = Math.max(0, t) / everyS;
    return kind == Kind.COMPOUND
        ? StrictMath.pow(factor, times)
        : Math.max(0, 1 + (factor - 1) * times);
  }

  /** Mean factor over the first {@code t} seconds. */
  public double mean(double t) {
    if (factor == 1 || t <= 0) {
      return 1;
    }
    if (kind == Kind.COMPOUND) {
      return (at(t) - 1) / (StrictMath.log(factor) * t / everyS);
    }
    double untilZero = factor < 1 ? everyS / (1 - factor) : Double.POSITIVE_INFINITY;
    double falling = Math.min(t, untilZero);
    return (1 + at(falling)) / 2 * falling / t;
  }

  /** Highest factor within the first {@code t} seconds. */
  public double highest(double t) {
    return Math.max(1, at(t));
  }

  /** How long the factor may be taken for constant, seconds; infinite when it always is. */
  public double stepS() {
    return factor == 1 ? Double.POSITIVE_INFINITY : everyS / STEPS;
  }
}
