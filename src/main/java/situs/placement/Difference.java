package situs.placement;

import java.util.Optional;
import situs.placement.Optima.Optimum;

/**
 * What it costs to keep more: the best placement that does, less the best that need not. Each is
 * known to its search's gap only, and so is the difference.
 *
 * @param usdPerDay of the placements found; never below 0, for what keeps more also keeps less
 * @param leastUsdPerDay the true difference is not below it
 * @param mostUsdPerDay the true difference is not above it
 * @param callS seconds by which the mean call is longer; shorter where negative
 * @param scaleUsdPerDay the cost that it is a part of
 */
public record Difference(
    double usdPerDay,
    double leastUsdPerDay,
    double mostUsdPerDay,
    double callS,
    double scaleUsdPerDay) {
  /** Of the cost; what is known as well as this is known to the reader. */
  private static final double FINE = 1e-4;

  static Difference of(Optimum more, Optimum less) {
    double found = more.usdPerDay() - less.usdPerDay();
    double least = Math.max(0, found - more.slackUsdPerDay());
    double most = Math.max(0, found + less.slackUsdPerDay());
    return new Difference(
        Math.max(0, found), least, most, more.meanCallS() - less.meanCallS(), more.usdPerDay());
  }

  /** Empty where either has no placement. */
  static Optional<Difference> of(Optional<Kept> more, Optional<Kept> less) {
    return more.flatMap(m -> less.map(l -> of(m.optimum(), l.optimum())));
  }

  /** Whether the gaps of the searches leave any doubt that a reader could see. */
  public boolean isFine() {
    return mostUsdPerDay - leastUsdPerDay <= FINE * scaleUsdPerDay;
  }

  /** Whether it is proven that there is one, and it is large enough for a reader to see. */
  boolean isSeen() {
    return isShown() && usdPerDay > FINE * scaleUsdPerDay;
  }

  /** Whether it is proven that there is one. */
  public boolean isShown() {
    return leastUsdPerDay > 0;
  }
}
