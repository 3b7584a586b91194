package situs.model;

/**
 * Capacity that a scenario can rent: so many instances of a type, bought in one way.
 *
 * @param instances how many at the most
 * @param interruptionsPerS how often the provider takes an instance back (spot), per second
 */
public record Offer(InstanceType type, Price price, int instances, double interruptionsPerS) {
  public Offer {
    if (!(interruptionsPerS >= 0)) {
      throw new IllegalArgumentException("need a rate of 0 or more, got " + interruptionsPerS);
    }
  }

  /** Of instances that are never taken back. */
  public Offer(InstanceType type, Price price, int instances) {
    this(type, price, instances, 0);
  }
}
