package situs.model;

import java.time.LocalTime;

/** How requests or sessions of one origin arrive. */
public sealed interface Arrivals {

  /**
   * Mean rate over weeks and a run of so many seconds, per second. Surges are not in it.
   *
   * @param runS length of the measured window
   */
  double meanPerSecond(double runS);

  /**
   * The same without days, weeks and growth: at its mean rate all the time, as unevenly. A trace
   * stays as it is.
   *
   * @param runS length of the measured window
   */
  Arrivals levelled(double runS);

  /** Highest rate of the week, at the highest that growth brings within the run, per second. */
  double peakPerSecond(double runS);

  /**
   * A rate that follows the origin's local time: {@code perSecond x day x week x growth}, and how
   * unevenly arrivals come at it.
   *
   * @param perSecond what the factors multiply
   */
  record Curve(double perSecond, DayShape day, WeekShape week, Growth growth, Burstiness burstiness)
      implements Arrivals {
    public Curve {
      if (!(perSecond > 0)) {
        throw new IllegalArgumentException("need a rate > 0, got " + perSecond);
      }
    }

    /** Poisson arrivals that swing around a mean once a day. */
    public static Curve daily(double perSecond, LocalTime peak, double swing) {
      return new Curve(
          perSecond,
          new DayShape.Swing(peak, swing),
          WeekShape.EVEN,
          Growth.NONE,
          Burstiness.POISSON);
    }

    /** Poisson arrivals at one rate. */
    public static Curve flat(double perSecond) {
      return daily(perSecond, LocalTime.NOON, 0);
    }

    /** The same at a multiple of the rate. */
    public Curve times(double factor) {
      return new Curve(perSecond * factor, day, week, growth, burstiness);
    }

    @Override
    public Curve levelled(double runS) {
      Curve flat = flat(meanPerSecond(runS));
      return new Curve(flat.perSecond, flat.day, flat.week, flat.growth, burstiness);
    }

    /** Mean rate of a week at the start of the run. */
    private double weeklyMean() {
      return perSecond * day.mean() * week.mean();
    }

    @Override
    public double meanPerSecond(double runS) {
      return weeklyMean() * growth.mean(runS);
    }

    @Override
    public double peakPerSecond(double runS) {
      return perSecond * day.highest() * week.highest() * growth.highest(runS);
    }
  }

  /**
   * A trace, repeated over the run.
   *
   * @param from where this origin's share begins, 0 to 1: a request goes to the origin in whose
   *     share its own random point lies, so that shares that do not overlap share no request
   * @param share this origin's share of the trace's requests, 0 to 1
   * @param speedup how many times faster than recorded
   * @param copies how many times over, each copy shifted by its part of the period: a higher rate
   *     at the same pace
   */
  record Replay(RequestTrace trace, double from, double share, double speedup, int copies)
      implements Arrivals {
    private static final double ROUNDING = 1e-9;

    public Replay {
      if (!(from >= 0 && share > 0 && from + share <= 1 + ROUNDING && speedup > 0 && copies > 0)) {
        throw new IllegalArgumentException(
            "need a share within [0, 1], speed-up and copies > 0, got %s + %s, %s, %d"
                .formatted(from, share, speedup, copies));
      }
    }

    /**
     * Of a multiple of the rate: as many copies as go into it, so that bursts stay as long as they
     * were, and what is left over in speed.
     */
    public Replay times(double factor) {
      int whole = (int) Math.max(1, Math.floor(factor));
      return new Replay(trace, from, share, speedup * factor / whole, copies * whole);
    }

    @Override
    public Replay levelled(double runS) {
      return this;
    }

    @Override
    public double meanPerSecond(double runS) {
      return trace.requests() / trace.periodS() * share * speedup * copies;
    }

    /** The mean: what a trace's peak is depends on the time over which one looks. */
    @Override
    public double peakPerSecond(double runS) {
      return meanPerSecond(runS);
    }
  }
}
