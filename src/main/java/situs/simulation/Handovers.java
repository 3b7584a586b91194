package situs.simulation;

import situs.model.Disaggregation;

/**
 * The links over which KV caches go from prefill to decode replicas. A replica sends or takes one
 * at a time, in the order in which they were given out; when a replica fails, what was to follow
 * over the other's link keeps its time.
 */
final class Handovers {
  private final Disaggregation terms;
  private final double bytesPerToken;
  private final double[] freeAt;
  private long transfers;
  private double bytes;
  private double waitS;
  private double transferS;

  /**
   * @param bytesPerToken of KV cache, on all accelerators of a replica together
   */
  Handovers(Disaggregation terms, double bytesPerToken, int replicas) {
    this.terms = terms;
    this.bytesPerToken = bytesPerToken;
    this.freeAt = new double[replicas];
  }

  /**
   * Sends the cache of so many tokens as soon as both links are free.
   *
   * @param since it was ready, seconds
   * @return when it is there
   */
  double send(int source, int target, int tokens, double since, double now) {
    double size = tokens * bytesPerToken;
    double begins = Math.max(now, Math.max(freeAt[source], freeAt[target]));
    double sent = begins + size / terms.linkBytesPerS();
    freeAt[source] = sent;
    freeAt[target] = sent;
    transfers++;
    bytes += size;
    waitS += now - since;
    transferS += sent + terms.latencyS() - now;
    return sent + terms.latencyS();
  }

  /** A replica has failed. */
  void clear(int replica) {
    freeAt[replica] = 0;
  }

  void restart() {
    transfers = 0;
    bytes = 0;
    waitS = 0;
    transferS = 0;
  }

  HandoverUse use() {
    return new HandoverUse(transfers, bytes, waitS, transferS);
  }
}
