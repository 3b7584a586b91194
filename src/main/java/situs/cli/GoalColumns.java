package situs.cli;

import java.util.Optional;
import java.util.function.Function;
import situs.placement.Goal;
import situs.report.Column;

/** Columns of what plans reach of their goal, named and measured by it. */
final class GoalColumns {
  private static final String KEEPS = "No placement that keeps to as much ";

  private GoalColumns() {}

  /** What a plan reaches; none where that is its cost, which has a column in any case. */
  static <R> Optional<Column<R>> reached(Goal goal, Function<R, Optional<Double>> value) {
    if (goal instanceof Goal.Weighted) {
      return Optional.of(
          Column.known(
              "sum_usd_per_day",
              "USD/day",
              2,
              "Cost of the plan, and its waiting at what an hour of it is worth.",
              value));
    }
    return goal instanceof Goal.Waiting
        ? Optional.of(
            Column.known(
                "planned_call_s",
                "s",
                4,
                "Mean seconds of a model call by the queueing estimate, at the mean rate.",
                value))
        : Optional.empty();
  }

  /** What no plan reaches less than. */
  static <R> Column<R> bound(Goal goal, Function<R, Optional<Double>> bound) {
    if (goal instanceof Goal.Weighted) {
      return Column.known("sum_bound_usd_per_day", "USD/day", 2, KEEPS + "has a lower sum.", bound);
    }
    return goal instanceof Goal.Waiting
        ? Column.known(
            "call_bound_s", "s", 4, KEEPS + "and to the budget has a quicker mean.", bound)
        : Column.known("bound_usd_per_day", "USD/day", 2, KEEPS + "costs less.", bound);
  }
}
