package situs.stats;

/**
 * Named random streams. The same seed, replication and name give the same stream, whatever else is
 * drawn: strategies compared on one replication meet the same customers.
 */
public final class Streams {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final long root;

  public Streams(long seed, int replication) {
    this.root = RandomStream.mix(RandomStream.mix(seed) + replication);
  }

  /** The stream of that name, such as {@code of("arrivals", workload, origin)}. */
  public RandomStream of(String... name) {
    long hash = FNV_OFFSET;
    for (String part : name) {
      for (int i = 0; i < part.length(); i++) {
        hash = (hash ^ part.charAt(i)) * FNV_PRIME;
      }
      // A separator, so that ("ab", "c") is not ("a", "bc").
      hash = (hash ^ 0x1f) * FNV_PRIME;
    }
    return new RandomStream(RandomStream.mix(root ^ hash));
  }
}
