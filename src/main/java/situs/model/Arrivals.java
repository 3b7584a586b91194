package situs.model;

import java.time.LocalTime;

/** How requests or sessions of one origin arrive. */
public sealed interface Arrivals {

  /** Mean rate over a day, per second. */
  double meanPerSecond();

  /** Highest rate over a day, per second. */
  double peakPerSecond();

  /**
   * Non-homogeneous Poisson: {@code rate * (1 + swing * cos(2 pi (t - peak) / 24 h))}, t in the
   * origin's local time.
   *
   * @param perSecond mean rate
   * @param swing 0 (flat) to 1
   */
  record DailyCurve(double perSecond, LocalTime peak, double swing) implements Arrivals {
    public DailyCurve {
      if (!(perSecond > 0 && swing >= 0 && swing <= 1)) {
        throw new IllegalArgumentException(
            "need rate > 0 and swing in [0, 1], got " + perSecond + ", " + swing);
      }
    }

    @Override
    public double meanPerSecond() {
      return perSecond;
    }

    @Override
    public double peakPerSecond() {
      return perSecond * (1 + swing);
    }
  }

  /**
   * A trace, repeated over the run.
   *
   * @param share this origin's share of the trace's requests, 0 to 1
   * @param speedup how many times faster than recorded
   */
  record Replay(RequestTrace trace, double share, double speedup) implements Arrivals {
    public Replay {
      if (!(share > 0 && share <= 1 && speedup > 0)) {
        throw new IllegalArgumentException(
            "need share in (0, 1] and speed-up > 0, got " + share + ", " + speedup);
      }
    }

    @Override
    public double meanPerSecond() {
      return trace.size() / trace.periodS() * share * speedup;
    }

    @Override
    public double peakPerSecond() {
      return meanPerSecond();
    }
  }
}
