package situs.model;

import java.time.LocalTime;
import java.util.List;

/** A factor on a rate by local time of day. */
public sealed interface DayShape {
  double DAY_S = 86_400;

  /**
   * @param secondOfDay local time, 0 to 86,400
   */
  double factor(double secondOfDay);

  /** Over a day. */
  double mean();

  /** Within a day. */
  double highest();

  /** How long the factor may be taken for constant, seconds; infinite when it always is. */
  double stepS();

  /**
   * {@code 1 + swing * cos(2 pi (t - peak) / 24 h)}.
   *
   * @param swing 0 (flat) to 1
   */
  record Swing(LocalTime peak, double swing) implements DayShape {
    /** In a minute the cosine changes by 0.0044 at most. */
    private static final double STEP_S = 60;

    public Swing {
      if (!(swing >= 0 && swing <= 1)) {
        throw new IllegalArgumentException("need a swing in [0, 1], got " + swing);
      }
    }

    @Override
    public double factor(double secondOfDay) {
      double sinceS = secondOfDay - peak.toNanoOfDay() / 1e9;
      return 1 + swing * StrictMath.cos(2 * Math.PI * sinceS / DAY_S);
    }

    @Override
    public double mean() {
      return 1;
    }

    @Override
    public double highest() {
      return 1 + swing;
    }

    @Override
    public double stepS() {
      return swing == 0 ? Double.POSITIVE_INFINITY : STEP_S;
    }
  }

  /**
   * A factor for each hour.
   *
   * @param factors 24 of them, from midnight on
   */
  record Hours(List<Double> factors) implements DayShape {
    private static final double HOUR_S = 3600;

    public Hours {
      factors = Factors.checked(factors, (int) (DAY_S / HOUR_S));
    }

    @Override
    public double factor(double secondOfDay) {
      return factors.get(Math.min(factors.size() - 1, (int) (secondOfDay / HOUR_S)));
    }

    @Override
    public double mean() {
      return Factors.mean(factors);
    }

    @Override
    public double highest() {
      return Factors.highest(factors);
    }

    @Override
    public double stepS() {
      return HOUR_S;
    }
  }
}
