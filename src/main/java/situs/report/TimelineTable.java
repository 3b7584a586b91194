package situs.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import situs.audit.Standing;
import situs.review.Review;

/** The same placements through all regimes: what each reading says of them from when on. */
public final class TimelineTable {
  private TimelineTable() {}

  /** Cells by reading. */
  private record Row(String strategy, Instant from, List<String> cells) {}

  /** A row a placement and instant at which the law changes. */
  public static Sheet<?> of(List<Review> reviews) {
    return table(reviews).with(rows(reviews));
  }

  /** Only the instants from which on something else is said of a placement. */
  public static Sheet<?> ofChanges(List<Review> reviews) {
    List<Row> changes = new ArrayList<>();
    for (Row row : rows(reviews)) {
      Row last = changes.isEmpty() ? row : changes.get(changes.size() - 1);
      boolean same = last != row && last.strategy().equals(row.strategy());
      if (!same || !last.cells().equals(row.cells())) {
        changes.add(row);
      }
    }
    return table(reviews).with(changes);
  }

  private static Table<Row> table(List<Review> reviews) {
    List<Column<Row>> columns = new ArrayList<>();
    columns.add(Column.text("strategy", "Whose placement.", Row::strategy));
    columns.add(Column.text("from", "UTC.", row -> Readable.instant(row.from())));
    List<String> readings = reviews.isEmpty() ? List.of() : reviews.get(0).readings();
    for (int i = 0; i < readings.size(); i++) {
      int reading = i;
      columns.add(
          Column.text(
              readings.get(i), "What it says from then on.", row -> row.cells().get(reading)));
    }
    return new Table<>("timeline", "One row a placement and instant.", columns);
  }

  private static List<Row> rows(List<Review> reviews) {
    return reviews.stream()
        .flatMap(review -> review.regimes().stream().map(regime -> row(review, regime)))
        .toList();
  }

  private static Row row(Review review, Instant regime) {
    return new Row(
        review.strategy(),
        regime,
        review.readings().stream().map(reading -> cell(review, regime, reading)).toList());
  }

  private static String cell(Review review, Instant regime, String reading) {
    List<String> objecting = review.clauses(regime, reading, Standing.BREACH);
    if (!objecting.isEmpty()) {
      return "no: " + String.join(", ", objecting);
    }
    List<String> open = review.clauses(regime, reading, Standing.CONTESTED);
    return open.isEmpty() ? "yes" : "open: " + String.join(", ", open);
  }
}
