package situs.trace;

import java.util.Optional;

/** Rates by hour of the trace's own clock. */
final class HourProfile {
  static final int HOURS = 24;
  private static final double HOUR_S = 3600;
  private static final double DAY_S = HOURS * HOUR_S;

  /** Of an hour, seen at least so long before a rate is told. */
  private static final double LEAST_S = HOUR_S / 2;

  private final long[] counts = new long[HOURS];
  private final double startS;
  private double lastS;

  /**
   * @param startS second of the day of the first request
   */
  HourProfile(double startS) {
    this.startS = startS;
  }

  void add(double offsetS) {
    counts[(int) ((startS + offsetS) % DAY_S / HOUR_S)]++;
    lastS = offsetS;
  }

  /** Requests a second in an hour; empty where too little of it was seen. */
  Optional<Double> perSecond(int hour) {
    double seen = seenS(hour);
    return seen >= LEAST_S ? Optional.of(counts[hour] / seen) : Optional.empty();
  }

  /** How long that hour was seen, on all days together. */
  private double seenS(int hour) {
    double seen = 0;
    for (double day = 0; day <= startS + lastS; day += DAY_S) {
      double from = Math.max(startS, day + hour * HOUR_S);
      double until = Math.min(startS + lastS, day + (hour + 1) * HOUR_S);
      seen += Math.max(0, until - from);
    }
    return seen;
  }

  /** Whether every hour has a rate. */
  boolean whole() {
    for (int hour = 0; hour < HOURS; hour++) {
      if (perSecond(hour).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
