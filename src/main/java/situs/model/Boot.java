package situs.model;

import java.util.Optional;

/**
 * How long a replica takes from being rented until it serves: its instance starts, then it reads
 * the weights of its model into the accelerators' memory. A runtime has no weights.
 *
 * @param instanceS start of an instance, seconds
 * @param storageGbPerS bandwidth at which a replica reads its weights, 10^9 bytes a second; empty
 *     where unknown, then {@link #ASSUMED_LOADING_S} holds
 */
public record Boot(double instanceS, Optional<Double> storageGbPerS) {
  /** Seconds to read weights, whatever their size. Assumed. */
  public static final double ASSUMED_LOADING_S = 240;

  /** A minute for an instance. Assumed. */
  public static final Boot ASSUMED = new Boot(60, Optional.empty());

  public Boot {
    if (!(instanceS >= 0) || storageGbPerS.filter(gb -> !(gb > 0)).isPresent()) {
      throw new IllegalArgumentException("need a start of 0 s or more and a bandwidth above 0");
    }
  }

  /** Seconds until the weights of a replica are in memory; 0 of a runtime. */
  public double loadingS(Placed placed) {
    return placed
        .profile()
        .map(
            profile ->
                storageGbPerS
                    .map(gb -> profile.weightsGbPerAccelerator() * profile.parallel() / gb)
                    .orElse(ASSUMED_LOADING_S))
        .orElse(0.0);
  }
}
