package situs.model;

/** So many of a pool's replicas. */
public sealed interface Level {

  /** All of them. */
  Level ALL = new Share(1);

  /**
   * Replicas, never more than there are.
   *
   * @param placed how many the placement has
   */
  int of(int placed);

  /** The same of a pool that many times as large. */
  Level times(double factor);

  /** A number of replicas. */
  record Count(int replicas) implements Level {
    public Count {
      if (replicas < 1) {
        throw new IllegalArgumentException("need a replica at least, got " + replicas);
      }
    }

    @Override
    public int of(int placed) {
      return Math.min(placed, replicas);
    }

    @Override
    public Level times(double factor) {
      return new Count(
          (int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.round(replicas * factor))));
    }
  }

  /**
   * A share of the replicas placed, rounded up.
   *
   * @param share above 0, up to 1
   */
  record Share(double share) implements Level {
    private static final double ROUNDING = 1e-9;

    public Share {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException("need a share in (0, 1], got " + share);
      }
    }

    @Override
    public int of(int placed) {
      return (int) Math.ceil(share * placed - ROUNDING);
    }

    @Override
    public Level times(double factor) {
      return this;
    }
  }
}
