package situs.difference;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import situs.report.Cell;
import situs.report.Column;
import situs.report.Sheet;
import situs.report.Table;

/** What {@code situs diff --format csv} prints. */
public final class DifferenceTable {
  private static final int DECIMALS = 6;

  public static final Table<Change> TABLE =
      new Table<>(
          "diff",
          "One row a value that is not the same in two result folders.",
          List.of(
              Column.text(
                  "part", "manifest, summary, workload, cost, clause or placement.", Change::part),
              Column.text(
                  "strategy", "As in summary.csv; empty for the manifest.", Change::strategy),
              Column.text(
                  "subject",
                  "Of the manifest what kind of origin it is: inputs, version, options or seed; else"
                      + " the workload and metric, the cost line, the clause and reading, or the"
                      + " placement; empty for the whole strategy.",
                  Change::subject),
              Column.text("quantity", "What is compared, with its unit.", Change::quantity),
              value(
                  "before",
                  "In the first folder; empty where unknown or not there.",
                  Change::before),
              value("after", "In the second.", Change::after),
              new Column<>(
                  "change",
                  "",
                  "After minus before; empty but for numbers.",
                  c -> c.difference().map(Cell::exact).orElse(Cell.UNKNOWN)),
              Column.known(
                  "change_share",
                  "",
                  DECIMALS,
                  "The change over the value before; empty where that is 0.",
                  Change::share),
              Column.text(
                  "beyond_chance",
                  "yes where the change is more than the half-width of its 95 % interval, as from"
                      + " independent seeds; else no; empty without intervals.",
                  c -> word(c.beyondChance()))));

  private DifferenceTable() {}

  /** Origins first. */
  public static Sheet<Change> of(Difference difference) {
    return TABLE.with(
        Stream.concat(difference.origins().stream(), difference.results().stream()).toList());
  }

  static String word(Optional<Boolean> answer) {
    return answer.map(yes -> yes ? "yes" : "no").orElse("");
  }

  private static Column<Change> value(
      String name, String meaning, java.util.function.Function<Change, Change.Value> value) {
    return new Column<>(
        name,
        "",
        meaning,
        c -> new Cell(value.apply(c).text(), value.apply(c).number().isPresent()));
  }
}
