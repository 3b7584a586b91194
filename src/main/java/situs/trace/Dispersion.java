package situs.trace;

import java.util.Optional;

/** Index of dispersion of the counts in whole windows of one length, empty ones included. */
final class Dispersion {
  /** With fewer windows the index says little: its standard error is sqrt(2 / windows). */
  private static final long LEAST_WINDOWS = 20;

  private final double windowS;
  private long window;
  private long inWindow;
  private long windows;
  private double mean;
  private double squares;
  private long before;
  private long beforeThat;
  private double bends;

  Dispersion(double windowS) {
    this.windowS = windowS;
  }

  double windowS() {
    return windowS;
  }

  void add(double offsetS) {
    long at = (long) (offsetS / windowS);
    while (window < at) {
      close();
    }
    inWindow++;
  }

  /** Welford's update. The window of the last request is never closed: it may not be whole. */
  private void close() {
    windows++;
    double off = inWindow - mean;
    mean += off / windows;
    squares += off * (inWindow - mean);
    if (windows > 2) {
      double bend = inWindow - 2.0 * before + beforeThat;
      bends += bend * bend;
    }
    beforeThat = before;
    before = inWindow;
    inWindow = 0;
    window++;
  }

  /** Windows that were closed. */
  long windows() {
    return windows;
  }

  /** Variance over mean; empty where there are too few windows. */
  Optional<Double> index() {
    return windows >= LEAST_WINDOWS && mean > 0
        ? Optional.of(squares / (windows - 1) / mean)
        : Optional.empty();
  }

  /**
   * Likewise from the second differences of neighbouring counts, over 6: 1 for Poisson, and blind
   * to a rate that rises or falls slowly, as it does by the hour of the day.
   */
  Optional<Double> detrended() {
    return index().map(i -> bends / (windows - 2) / 6 / mean);
  }
}
