package situs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import situs.optimise.Answer.Outcome;
import situs.placement.Goal;
import situs.placement.Optima.Optimum;
import situs.placement.Sought;
import situs.report.Column;
import situs.report.Table;

/** What {@link OptimiseCommand} prints. */
final class OptimumTable {
  /** Whoever asks for no more than a larger gap is not told that it is proven. */
  private static final double NEAR = 0.01;

  private OptimumTable() {}

  /**
   * A row of the table.
   *
   * @param budget where one is asked for
   * @param without the best without clauses
   * @param alone rows that each reading has to itself, where this one is of all of them
   */
  record Row(
      String scenario,
      String clauses,
      Sought<Optimum> sought,
      Optional<Budget> budget,
      Optional<Optimum> without,
      List<Row> alone) {

    Optional<Optimum> optimum() {
      return sought.found();
    }

    /** {@code letter 0, spirit 2359.68}: what all readings at once cost more than each alone. */
    String overEach() {
      return optimum()
          .map(o -> alone.stream().map(r -> r.below(o)).collect(Collectors.joining(", ")))
          .orElse("");
    }

    private String below(Optimum every) {
      return optimum()
          .map(
              o ->
                  String.format(Locale.ROOT, "%s %.2f", clauses, every.usdPerDay() - o.usdPerDay()))
          .orElse("");
    }

    /** Empty within a budget, which is there to be spent. */
    Optional<Double> premium() {
      return budget.isPresent()
          ? Optional.empty()
          : optimum().flatMap(o -> without.map(w -> o.usdPerDay() - w.usdPerDay()));
    }

    String proof() {
      if (sought instanceof Sought.Undecided<Optimum> undecided) {
        return undecided.words();
      }
      return optimum()
          .map(o -> outcome(o) + (o.inTime() ? "" : late()))
          .orElseGet(
              () -> budget.flatMap(Budget::missed).orElse("no placement; see `situs conflicts`"));
    }

    private String late() {
      return "; the objectives cannot be met" + (budget.isPresent() ? " within the budget" : "");
    }

    private static String outcome(Optimum optimum) {
      if (optimum.outcome() == Outcome.PROVEN) {
        return optimum.gap() <= NEAR ? "proven" : "within the gap asked for";
      }
      return "best found, " + optimum.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * What is known of a budget.
   *
   * @param least the placement of least cost under the same clauses where none is within it, else
   *     the one within it
   */
  record Budget(Sought<Optimum> least) {

    /** What to tell where no placement is within it; empty where none is for any money. */
    Optional<String> missed() {
      if (least instanceof Sought.Impossible) {
        return Optional.empty();
      }
      return Optional.of(
          "none within the budget"
              + least
                  .found()
                  .map(o -> String.format(Locale.ROOT, "; the least cost is %.2f", o.usdPerDay()))
                  .orElse(""));
    }
  }

  /** Of optima of that goal. */
  static Table<Row> of(Goal goal) {
    List<Column<Row>> columns = new ArrayList<>();
    columns.add(Column.text("scenario", "Its name.", Row::scenario));
    columns.add(
        Column.text("clauses", "Those that bind: a reading's, none, or all.", Row::clauses));
    columns.add(
        Column.known(
            "cost_usd_per_day",
            "USD/day",
            2,
            "Rent and transfer of the plan; empty where no placement carries all demand.",
            r -> r.optimum().map(Optimum::usdPerDay)));
    if (goal instanceof Goal.Weighted) {
      GoalColumns.<Row>reached(goal, r -> r.optimum().map(o -> o.reached().value()))
          .ifPresent(columns::add);
    }
    columns.add(GoalColumns.bound(goal, r -> r.optimum().map(o -> o.reached().bound())));
    columns.addAll(proofs());
    return new Table<>("optimum", "One row a scenario and choice of clauses.", columns);
  }

  private static List<Column<Row>> proofs() {
    return List.of(
        Column.known(
            "gap_percent",
            "%",
            3,
            "What the best possible may lie below the plan.",
            r -> r.optimum().map(o -> 100 * o.gap())),
        Column.known(
            "premium_usd_per_day",
            "USD/day",
            2,
            "What it costs more than without clauses.",
            Row::premium),
        Column.known(
            "mean_call_s",
            "s",
            3,
            "Mean seconds of a model call by the queueing estimate, at the mean rate.",
            r -> r.optimum().map(Optimum::meanCallS)),
        Column.text("proof", "What is known of it.", Row::proof),
        Column.text(
            "premium_over_each",
            "What every reading at once costs more than each alone, USD a day.",
            Row::overEach));
  }
}
