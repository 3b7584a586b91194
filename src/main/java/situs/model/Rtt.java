package situs.model;

/**
 * A round-trip time.
 *
 * @param ms milliseconds there and back
 * @param reference the measured pair or city that an estimate leans on; empty when measured itself
 */
public record Rtt(double ms, String reference, Provenance provenance) {
  public Rtt {
    if (!(ms >= 0 && ms < 10_000)) {
      throw new IllegalArgumentException("round-trip time out of range: " + ms + " ms");
    }
  }

  /** One way, in seconds. */
  public double oneWayS() {
    return ms / 2000;
  }
}
