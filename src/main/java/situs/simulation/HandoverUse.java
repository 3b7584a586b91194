package situs.simulation;

/**
 * The KV caches that went from prefill to decode replicas of a pool, in the measured window.
 *
 * @param transfers caches sent
 * @param bytes of them
 * @param waitS from the first token until a decode replica had room, all together, seconds
 * @param transferS from then until the cache was there, all together, seconds
 */
public record HandoverUse(long transfers, double bytes, double waitS, double transferS) {
  /** Of a pool whose replicas do both. */
  public static final HandoverUse NONE = new HandoverUse(0, 0, 0, 0);

  /** Of two windows, or two pools, together. */
  public HandoverUse plus(HandoverUse other) {
    return new HandoverUse(
        transfers + other.transfers,
        bytes + other.bytes,
        waitS + other.waitS,
        transferS + other.transferS);
  }
}
