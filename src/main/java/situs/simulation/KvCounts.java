package situs.simulation;

/** What happened in a pool for want of KV memory. */
final class KvCounts {
  private long waits;
  private double waitS;
  private long preemptions;
  private long recomputedTokens;

  /** A request was admitted that had waited for KV memory. */
  void waited(double seconds) {
    waits++;
    waitS += seconds;
  }

  /** A sequence gave up its blocks; so many tokens must be computed again. */
  void preempted(int tokens) {
    preemptions++;
    recomputedTokens += tokens;
  }

  void restart() {
    waits = 0;
    waitS = 0;
    preemptions = 0;
    recomputedTokens = 0;
  }

  KvUse use() {
    return new KvUse(waits, waitS, preemptions, recomputedTokens);
  }
}
