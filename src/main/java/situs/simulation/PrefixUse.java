package situs.simulation;

/**
 * What the prefix caches of a model pool were good for, in the measured window.
 *
 * @param hits requests that found tokens of theirs cached
 * @param misses requests that continue another and found nothing
 * @param cachedTokens tokens that needed no prefill
 */
public record PrefixUse(long hits, long misses, long cachedTokens) {
  /** Of a pool without a cache. */
  public static final PrefixUse NONE = new PrefixUse(0, 0, 0);

  /** Of two windows, or two pools, together. */
  public PrefixUse plus(PrefixUse other) {
    return new PrefixUse(
        hits + other.hits, misses + other.misses, cachedTokens + other.cachedTokens);
  }
}
