package situs.placement;

/**
 * What an optimum is the optimum of. Waiting is told by rate times seconds, over all calls and
 * turns.
 */
public sealed interface Goal {

  /** The least cost, and among equal costs the least waiting. */
  record Cost() implements Goal {}

  /**
   * The least sum of cost and waiting.
   *
   * @param usdPerHour what an hour is worth to one who waits
   */
  record Weighted(double usdPerHour) implements Goal {}

  /**
   * The least waiting for so much money, and among equal waiting the least cost.
   *
   * @param usdPerHour budget; may be infinite
   */
  record Waiting(double usdPerHour) implements Goal {}
}
