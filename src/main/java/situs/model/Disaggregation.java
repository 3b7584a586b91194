package situs.model;

/**
 * Prefill and decode on replicas of their own, as in DistServe (OSDI 2024), Splitwise (ISCA 2024)
 * and Mooncake (FAST 2025). A pool has replicas of both kinds in the given proportion, as near as
 * whole replicas come.
 *
 * @param prefill parts of a pool that prefill
 * @param decode parts that decode
 * @param linkBytesPerS at which a replica sends or takes KV caches, one at a time
 * @param latencyS added to each transfer
 */
public record Disaggregation(int prefill, int decode, double linkBytesPerS, double latencyS) {
  /** A port of 400 Gbit/s. Assumed. */
  public static final double LINK_BYTES_PER_S = 50e9;

  /** To tell the other side, and to wait for it. Assumed. */
  public static final double LATENCY_S = 1e-3;

  /** A pool has one of each at least. */
  public static final int LEAST_REPLICAS = 2;

  public Disaggregation {
    if (prefill < 1 || decode < 1 || !(linkBytesPerS > 0) || !(latencyS >= 0)) {
      throw new IllegalArgumentException("need prefill, decode >= 1, link > 0, latency >= 0");
    }
  }

  /**
   * Replicas that prefill among the first so many of a pool. Each replica joins the side that is
   * furthest behind its proportion, so that the first of a pool are in proportion too.
   */
  public int prefillsAmong(int replicas) {
    // In proportion after every round, so only the last round counts.
    int round = prefill + decode;
    int prefills = 0;
    for (int i = 0; i < replicas % round; i++) {
      prefills += lacksPrefill(prefills, i - prefills) ? 1 : 0;
    }
    return replicas / round * prefill + prefills;
  }

  private boolean lacksPrefill(int prefills, int decodes) {
    return (long) prefills * decode <= (long) decodes * prefill;
  }

  /** Share of the replicas that prefill, where there are enough of them. */
  public double prefillShare() {
    return (double) prefill / (prefill + decode);
  }

  /**
   * Replicas in proportion that are worth as much as so many: what is beyond the proportion on one
   * side has nothing to do. Less than {@value #LEAST_REPLICAS} are worth nothing.
   */
  public double inProportion(int replicas) {
    int prefills = prefillsAmong(replicas);
    return Math.min(prefills / prefillShare(), (replicas - prefills) / (1 - prefillShare()));
  }
}
