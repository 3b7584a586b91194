package situs.report;

import java.util.List;
import situs.review.Opinion;
import situs.review.Pivot;

/** The readings on which placements turn. */
public final class PivotTable {
  private static final Table<Pivot> TABLE =
      new Table<>(
          "pivots",
          "One row a placement, reading and smallest change of readings that flips its standing.",
          List.of(
              Column.text("strategy", "Whose placement.", Pivot::strategy),
              Column.text("reading", "Of everything before the change.", Pivot::reading),
              Column.text("standing", "Under it.", p -> p.before().word()),
              Column.text("change", "What is read otherwise, and how.", Pivot::words),
              Column.text("then", "The standing after that.", p -> p.after().word()),
              Column.text(
                  "witness",
                  "A part by which one sees it.",
                  p -> p.witness().map(w -> w.subject().name()).orElse("")),
              Column.text(
                  "clause",
                  "That objects to it then, or did before.",
                  p -> p.witness().map(Opinion::clause).orElse("")),
              Column.text("at", "By the law of that instant, UTC.", p -> p.at().toString())));

  private PivotTable() {}

  public static Sheet<?> of(List<Pivot> pivots) {
    return TABLE.with(pivots);
  }
}
