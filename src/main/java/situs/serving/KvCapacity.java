package situs.serving;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
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

  private static final int MOST_PARALLEL = 1024;

  private KvCapacity() {}

  /** Tokens, a multiple of the block; 0 when the weights leave no room. */
  public static int tokens(ServingProfile profile, Accelerator accelerator) {
    double freeGb = roomGb(accelerator) - profile.weightsGbPerAccelerator();
    if (freeGb <= 0) {
      return 0;
    }
    if (profile.kvBytesPerTokenPerAccelerator() == 0) {
      return Integer.MAX_VALUE / BLOCK_TOKENS * BLOCK_TOKENS;
    }
    double blocks = freeGb * 1e9 / profile.kvBytesPerTokenPerAccelerator() / BLOCK_TOKENS;
    return (int) Math.min(Math.floor(blocks), Integer.MAX_VALUE / BLOCK_TOKENS) * BLOCK_TOKENS;
  }

  /** What an accelerator has for weights and KV together, 10^9 bytes; negative for a tiny one. */
  private static double roomGb(Accelerator accelerator) {
    return CLAIMED_SHARE * accelerator.memoryGb() - RESERVE_GB;
  }

  /**
   * The smallest parallel degree, a power of two, at which weights of {@code weightsGb} in all
   * leave room for KV; empty where {@link #MOST_PARALLEL} do not suffice.
   */
  public static OptionalInt smallestParallel(double weightsGb, Accelerator accelerator) {
    return IntStream.iterate(1, n -> n <= MOST_PARALLEL, n -> 2 * n)
        .filter(n -> weightsGb / n < roomGb(accelerator))
        .findFirst();
  }

  /** Why {@code profile} cannot be served on {@code accelerator}, and what would hold it. */
  public static String objection(ServingProfile profile, Accelerator accelerator) {
    OptionalInt least =
        smallestParallel(profile.weightsGbPerAccelerator() * profile.parallel(), accelerator);
    return String.format(
            Locale.ROOT,
            "the weights of %s (%s) take %.1f GB of each %s, which has %.1f GB for them and KV"
                + " memory; ",
            profile.model(),
            profile.weights(),
            profile.weightsGbPerAccelerator(),
            accelerator.name(),
            Math.max(0, roomGb(accelerator)))
        + (least.isPresent()
            ? "the smallest parallel degree that fits is " + least.getAsInt()
            : "no parallel degree fits");
  }
}
