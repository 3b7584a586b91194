package situs.serving;

/**
 * How many an arrival finds at the server with the fewest, where a server serves all that it holds
 * at once. In the supermarket model, with a choice among all: the share s(k) of servers that hold k
 * or more settles where
 *
 * <pre>
 * a * (s(k-1)^c - s(k)^c) = k * (s(k) - s(k+1)),   s(0) = 1
 * </pre>
 *
 * for a arrivals a server in the time that one is served, and c servers; an arrival finds the sum
 * of s(k)^c. Servers are taken to be independent, which makes it low by a fifth for four servers
 * with one each, by less the more they hold. Sources: Vvedenskaya, Dobrushin and Karpelevich,
 * Probl. Inf. Transm. 32, 1996; Mitzenmacher, IEEE Trans. Parallel Distrib. Syst. 12, 2001.
 */
final class LeastLoaded {
  private static final int SWEEPS = 200;
  private static final int STEPS = 3;
  private static final double SETTLED = 1e-6;

  private LeastLoaded() {}

  /** Found, as a part of the mean that a server holds; 1 for one server, or if nothing comes. */
  static double found(double each, int servers) {
    if (servers == 1 || each <= 0) {
      return 1;
    }
    double[] shares = settled(each, servers);
    double sum = 0;
    for (int k = 1; k < shares.length; k++) {
      sum += StrictMath.pow(shares[k], servers);
    }
    return sum / each;
  }

  private static double[] settled(double each, int servers) {
    // Eight standard deviations above the mean there is nobody.
    double[] shares = new double[(int) (each + 8 * Math.sqrt(each)) + 8];
    // Servers as even as can be are near enough to begin with.
    for (int k = 0; k <= each; k++) {
      shares[k] = 1;
    }
    double moved = 1;
    for (int sweep = 0; sweep < SWEEPS && moved > SETTLED; sweep++) {
      moved = 0;
      for (int k = 1; k < shares.length - 1; k++) {
        double share = balanced(shares, k, each, servers);
        moved = Math.max(moved, Math.abs(share - shares[k]));
        shares[k] = share;
      }
    }
    return shares;
  }

  /** The share at which as many come as go, given its neighbours; by Newton. */
  private static double balanced(double[] shares, int k, double each, int servers) {
    double wanted = each * StrictMath.pow(shares[k - 1], servers) + k * shares[k + 1];
    double share = Math.max(shares[k], shares[k + 1]);
    for (int step = 0; step < STEPS; step++) {
      double power = StrictMath.pow(share, servers - 1);
      double over = each * power * share + k * share - wanted;
      share -= over / (each * servers * power + k);
    }
    return Math.min(Math.max(share, shares[k + 1]), shares[k - 1]);
  }
}
