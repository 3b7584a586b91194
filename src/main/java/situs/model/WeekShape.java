package situs.model;

import java.util.Collections;
import java.util.List;

/**
 * A factor on a rate by local day of the week.
 *
 * @param factors 7 of them, from Monday on
 */
public record WeekShape(List<Double> factors) {
  private static final int DAYS = 7;

  /** All days alike. */
  public static final WeekShape EVEN = new WeekShape(Collections.nCopies(DAYS, 1.0));

  public WeekShape {
    factors = Factors.checked(factors, DAYS);
  }

  /**
   * @param day 0 for Monday
   */
  public double factor(int day) {
    return factors.get(day);
  }

  public double mean() {
    return Factors.mean(factors);
  }

  public double highest() {
    return Factors.highest(factors);
  }

  /** How long the factor may be taken for constant, seconds; infinite when it is 1 on all days. */
  public double stepS() {
    return equals(EVEN) ? Double.POSITIVE_INFINITY : DayShape.DAY_S;
  }
}
