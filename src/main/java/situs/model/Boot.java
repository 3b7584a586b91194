package situs.model;

/**
 * How long a replica takes from being rented until it serves: its instance starts, then it reads
 * the weights of its model into the accelerators' memory. A runtime has no weights.
 *
 * @param instanceS start of an instance, and of the server on it, seconds
 * @param storageGbPerS bandwidth at which a replica reads its weights, 10^9 bytes a second
 */
public record Boot(double instanceS, double storageGbPerS) {
  /**
   * A minute for an instance, and weights from a general-purpose volume of a cloud. Assumed; a
   * streaming loader read 15 GB from one in 14.3 s. Source: Run:ai Model Streamer, performance
   * benchmarks, 2024-10-29.
   */
  public static final Boot ASSUMED = new Boot(60, 1);

  public Boot {
    if (!(instanceS >= 0 && storageGbPerS > 0)) {
      throw new IllegalArgumentException("need a start of 0 s or more and a bandwidth above 0");
    }
  }

  /** Seconds until the weights of a replica are in memory; 0 of a runtime. */
  public double loadingS(Placed placed) {
    return placed.profile().map(this::loadingS).orElse(0.0);
  }

  /** Seconds until the weights of a replica are in memory. */
  public double loadingS(ServingProfile profile) {
    return profile.weightsGbPerAccelerator() * profile.parallel() / storageGbPerS;
  }
}
