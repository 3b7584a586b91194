package situs.placement;

/**
 * What a plan reaches of its goal, for the reader: dollars a day, of cost or of cost and waiting
 * together; where waiting alone is the goal, mean seconds of a model call by the queueing estimate.
 *
 * @param bound no plan that keeps to as much reaches less
 */
public record Reached(double value, double bound) {
  private static final double HOURS_PER_DAY = 24;

  /**
   * @param callsPerSecond by which calls under way are divided (Little's law)
   */
  static Reached of(Goal goal, Plan plan, double callsPerSecond) {
    double unit = goal instanceof Goal.Waiting ? 1 / callsPerSecond : HOURS_PER_DAY;
    double value = goal.of(plan.usdPerHour(), plan.waiting());
    // A bound above the plan is the solver's rounding.
    return new Reached(unit * value, unit * Math.min(value, plan.proof().bound()));
  }
}
