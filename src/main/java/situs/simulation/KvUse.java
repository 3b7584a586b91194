package situs.simulation;

/**
 * What a model pool met for want of KV memory, in the measured window.
 *
 * @param waits requests admitted after a wait that ended when KV memory became free
 * @param waitS how long they had waited, all together, seconds
 * @param preemptions sequences that gave up their blocks to older ones
 * @param recomputedTokens tokens that had been computed, and were computed again for that
 */
public record KvUse(long waits, double waitS, long preemptions, long recomputedTokens) {
  /** Of a component without KV memory. */
  public static final KvUse NONE = new KvUse(0, 0, 0, 0);

  /** Of two windows, or two pools, together. */
  public KvUse plus(KvUse other) {
    return new KvUse(
        waits + other.waits,
        waitS + other.waitS,
        preemptions + other.preemptions,
        recomputedTokens + other.recomputedTokens);
  }
}
