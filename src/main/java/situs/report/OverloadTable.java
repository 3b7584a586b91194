package situs.report;

import java.util.List;
import situs.experiment.OverloadRow;

/** {@code overloads.csv}. */
final class OverloadTable {
  static final Table<OverloadRow> TABLE =
      new Table<>(
          "overloads",
          "One row a pool that more was asked of than it could do: it turned away more than one in a"
              + " thousand, or more waited than were served.",
          List.of(
              Column.text("strategy", "As in summary.csv.", OverloadRow::strategy),
              Column.text("placement", "As in placements.csv.", r -> r.placed().id()),
              Column.number(
                  "offered_per_s",
                  "1/s",
                  6,
                  "Requests, or sessions of a runtime, that wanted it.",
                  OverloadRow::offeredPerS),
              Column.number(
                  "completed_per_s", "1/s", 6, "Those it completed.", OverloadRow::completedPerS),
              Column.number(
                  "turned_away_share",
                  "",
                  6,
                  "Of those that wanted it, found it full; 0 to 1. They went elsewhere or were"
                      + " refused.",
                  OverloadRow::turnedAwayShare),
              Column.number(
                  "mean_waiting",
                  "",
                  3,
                  "Time average of the number that waited.",
                  OverloadRow::meanWaiting),
              Column.count(
                  "replicas",
                  "Replicas placed; 0 of a managed model, which turns away by its rate limits.",
                  OverloadRow::replicas),
              new Column<>(
                  "would_do",
                  "",
                  "Replicas that would complete what was offered, at the rate each completed: at the"
                      + " least, for peaks are higher than the mean; empty for a managed model, and where"
                      + " fewer replicas were rented than placed.",
                  r ->
                      r.wouldDo()
                          .filter(w -> r.placed().managed().isEmpty())
                          .map(Cell::count)
                          .orElse(Cell.UNKNOWN))));

  private OverloadTable() {}
}
