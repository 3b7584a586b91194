package situs.serving;

import situs.model.Accelerator;
import situs.model.ServingProfile;

/**
 * Tokens of context that a replica can hold: what the weights and a reserve leave of the memory
 * that the server claims, in whole blocks.
 *
 * <p>Source of the constants: the KV capacities published with the measured profiles are reproduced
 * by 92 % of memory less 4 GB for activations and graphs; blocks of 16 tokens are vLLM's default.
 */
public final class KvCapacity {
  /** Share of an accelerator's memory that the server claims. */
  public static final double CLAIMED_SHARE = 0.92;

  /** Activations, graphs and communication buffers, 10^9 bytes an accelerator. */
  public static final double RESERVE_GB = 4;

  /** Tokens in a block. */
  public static final int BLOCK_TOKENS = 16;

  private KvCapacity() {}

  /** Tokens, a multiple of the block; 0 when the weights leave no room. */
  public static int tokens(ServingProfile profile, Accelerator accelerator) {
    double freeGb =
        CLAIMED_SHARE * accelerator.memoryGb() - profile.weightsGbPerAccelerator() - RESERVE_GB;
    if (freeGb <= 0) {
      return 0;
    }
    if (profile.kvBytesPerTokenPerAccelerator() == 0) {
      return Integer.MAX_VALUE / BLOCK_TOKENS * BLOCK_TOKENS;
    }
    double blocks = freeGb * 1e9 / profile.kvBytesPerTokenPerAccelerator() / BLOCK_TOKENS;
    return (int) Math.min(Math.floor(blocks), Integer.MAX_VALUE / BLOCK_TOKENS) * BLOCK_TOKENS;
  }
}
