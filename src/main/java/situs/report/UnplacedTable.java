package situs.report;

import java.util.List;
import situs.experiment.UnplacedRow;

/** {@code unplaced.csv}. */
final class UnplacedTable {
  static final Table<UnplacedRow> TABLE =
      new Table<>(
          "unplaced",
          "One row a component with demand that a strategy found no place for.",
          List.of(
              Column.text("strategy", "As in summary.csv.", UnplacedRow::strategy),
              Column.text(
                  "workload",
                  "The workload that it belongs to.",
                  r -> r.unplaced().component().workload()),
              Column.text(
                  "component",
                  "model, runtime or state.",
                  r -> r.unplaced().component().kind().word()),
              Column.number(
                  "unplaced_share",
                  "",
                  6,
                  "Share of its peak demand without a place; 0 to 1.",
                  r -> r.unplaced().share()),
              Column.text("reason", "Why.", r -> r.unplaced().reason())));

  private UnplacedTable() {}
}
