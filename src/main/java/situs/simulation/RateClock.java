package situs.simulation;

/**
 * Turns operational time, which runs at the pace of the demand, into time of the run: the inverse
 * of the integrated rate, walked through from the start. What arrives at rate 1 in operational time
 * arrives at the pace's rate in the run (Çinlar, Introduction to Stochastic Processes, 1975).
 */
final class RateClock {
  private final Pace pace;
  private final double endS;
  private double fromS;
  private double untilS;
  private double rate;

  /** Operational time at {@code fromS}. */
  private double passed;

  /**
   * @param fromS time of the run at which operational time is 0
   * @param endS of the run: nothing is said of times behind it
   */
  RateClock(Pace pace, double fromS, double endS) {
    this.pace = pace;
    this.endS = endS;
    stretch(fromS);
  }

  private void stretch(double beginS) {
    fromS = beginS;
    untilS = pace.until(beginS);
    rate = pace.rate(beginS, untilS);
  }

  /**
   * When so much operational time has passed; infinity behind the run's end.
   *
   * @param operational not less than that of the call before
   */
  double at(double operational) {
    double t = fromS + (operational - passed) / rate;
    // Also where the rate is 0 and nothing is left: not a number.
    while (!(t <= untilS)) {
      if (untilS >= endS) {
        return Double.POSITIVE_INFINITY;
      }
      passed += (untilS - fromS) * rate;
      stretch(untilS);
      t = fromS + Math.max(0, operational - passed) / rate;
    }
    return t;
  }
}
