package situs.placement;

/**
 * What an optimum is the optimum of. Waiting is told by rate times seconds, over all calls and
 * turns.
 */
public sealed interface Goal {

  /** What is to be as little as can be: dollars an hour, or calls and turns under way at once. */
  double of(double usdPerHour, double waiting);

  /** {@code least cost}: what the best plan has, for the reader. */
  String words();

  /** The least cost, and among equal costs the least waiting. */
  record Cost() implements Goal {
    @Override
    public double of(double usdPerHour, double waiting) {
      return usdPerHour;
    }

    @Override
    public String words() {
      return "least cost";
    }
  }

  /**
   * The least sum of cost and waiting.
   *
   * @param worthUsd what an hour is worth to one who waits
   */
  record Weighted(double worthUsd) implements Goal {
    @Override
    public double of(double usdPerHour, double waiting) {
      return usdPerHour + worthUsd * waiting;
    }

    @Override
    public String words() {
      return "least cost and waiting together";
    }
  }

  /**
   * The least waiting for so much money, and among equal waiting the least cost.
   *
   * @param budgetUsdPerHour may be infinite
   */
  record Waiting(double budgetUsdPerHour) implements Goal {
    @Override
    public double of(double usdPerHour, double waiting) {
      return waiting;
    }

    @Override
    public String words() {
      return "least waiting within the budget";
    }
  }
}
