package situs.simulation;

/**
 * A rate limit: a bucket that fills at a steady rate up to its size, and from which whoever comes
 * takes what he needs, in the order of arrival. It is full at first.
 */
final class TokenBucket {
  /** Of the size: what arithmetic may lose. */
  private static final double ROUNDING = 1e-12;

  private final double perSecond;
  private final double size;
  private double level;
  private double at;

  /**
   * @param perSecond infinite: no limit
   * @param size what it holds when full
   */
  TokenBucket(double perSecond, double size) {
    this.perSecond = perSecond;
    this.size = size;
    this.level = size;
  }

  /** Whether it could ever give so much. */
  boolean holds(double amount) {
    return amount <= size;
  }

  /**
   * The first instant, from {@code now} on and not before the last that took something, at which it
   * has so much; never for more than it holds.
   */
  double availableAt(double amount, double now) {
    if (perSecond == Double.POSITIVE_INFINITY) {
      return now;
    }
    if (!holds(amount)) {
      return Double.POSITIVE_INFINITY;
    }
    double from = Math.max(now, at);
    double missing = amount - levelAt(from);
    return missing <= size * ROUNDING ? from : from + missing / perSecond;
  }

  /** Takes so much, at an instant at which it is there. */
  void take(double amount, double when) {
    if (perSecond != Double.POSITIVE_INFINITY) {
      level = Math.max(0, levelAt(when) - amount);
      at = when;
    }
  }

  /** What it holds, as a share of its size; 0 while others wait for it. */
  double fill(double now) {
    if (perSecond == Double.POSITIVE_INFINITY) {
      return 1;
    }
    return now < at ? 0 : levelAt(now) / size;
  }

  private double levelAt(double when) {
    return Math.min(size, level + (when - at) * perSecond);
  }
}
