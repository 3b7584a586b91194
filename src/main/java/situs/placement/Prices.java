package situs.placement;

import java.util.List;

/**
 * Prices of scarce offers, and the bound that they prove: what every group would cost at its best
 * with nobody beside it, less what the prices charge for all instances that there are. No placement
 * costs less (Lagrangian relaxation; Geoffrion, Mathematical Programming Study 2, 1974). The linear
 * program knows less: it rents fractions of instances.
 *
 * <p>Found by steps against the excess demand (subgradients), smoothed with those before, as long
 * as the distance to a known placement suggests (Polyak, USSR Comp. Math. 9, 1969).
 */
record Prices(double[] usdPerHour, double bound) {
  private static final int STEPS = 1000;
  private static final int PATIENCE = 10;

  /** Less than this, and the steps are too short before the prices are near the best. */
  private static final double SHORTER = 0.9;

  private static final double MEMORY = 0.7;

  /**
   * @param known cost of a placement, or a guess above the least one
   */
  static Prices of(Market market, double known) {
    double[] prices = market.noPrices();
    double[] direction = market.noPrices();
    Prices best = new Prices(prices.clone(), Double.NEGATIVE_INFINITY);
    double length = 1;
    int since = 0;
    for (int step = 0; step < STEPS; step++) {
      double bound = bound(market, prices, direction);
      if (bound > best.bound) {
        best = new Prices(prices.clone(), bound);
        since = 0;
      } else if (++since >= PATIENCE) {
        length *= SHORTER;
        since = 0;
        prices = best.usdPerHour.clone();
      }
      walk(prices, direction, length * Math.max(0, known - bound));
    }
    return best;
  }

  /** The bound at some prices; turns the direction towards what is asked for too much. */
  private static double bound(Market market, double[] prices, double[] direction) {
    double bound = 0;
    double[] excess = market.noPrices();
    // Side by side, but added up in their order: sums must not depend on who ends first.
    List<Priced.Best> each =
        market.groups().parallelStream().map(g -> g.bound(prices, market.capacity())).toList();
    for (Priced.Best best : each) {
      bound += best.bound();
      best.instances().forEach((offer, n) -> excess[offer] += n);
    }
    for (int offer = 0; offer < excess.length; offer++) {
      int capacity = market.capacity()[offer];
      bound -= prices[offer] * capacity;
      direction[offer] = (1 - MEMORY) * (excess[offer] - capacity) + MEMORY * direction[offer];
    }
    return bound;
  }

  private static void walk(double[] prices, double[] direction, double distance) {
    double norm = 0;
    for (double d : direction) {
      norm += d * d;
    }
    for (int offer = 0; offer < prices.length && norm > 0; offer++) {
      prices[offer] = Math.max(0, prices[offer] + distance / norm * direction[offer]);
    }
  }
}
