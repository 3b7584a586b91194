package situs.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import situs.cli.RoundsTable.Row;
import situs.cli.RoundsTable.Settled;
import situs.placement.Goal;
import situs.report.Column;
import situs.report.Table;
import situs.report.TableFormat;
import situs.report.Wrapped;

/** Rounds for people: their figures in a table, and what was tried and what came of it in words. */
final class RoundsReport {
  private static final Set<String> TOLD = Set.of("done", "missed", "untold", "outcome");

  private RoundsReport() {}

  static String of(Goal goal, List<Settled> all) {
    StringBuilder out = new StringBuilder(figures(goal, RoundsTable.rows(all)));
    for (Settled settled : all) {
      out.append('\n').append(settled.scenario()).append(", ").append(settled.clauses());
      out.append('\n');
      RoundsTable.rows(List.of(settled)).stream()
          .filter(row -> row.round().isPresent())
          .forEach(row -> out.append(Wrapped.text(words(row), "  ")));
      out.append(Wrapped.text(settled.words(), "  "));
    }
    return out.toString();
  }

  private static String figures(Goal goal, List<Row> rows) {
    Table<Row> whole = RoundsTable.of(goal);
    List<Column<Row>> figures =
        whole.columns().stream().filter(column -> !TOLD.contains(column.name())).toList();
    return TableFormat.TABLE.render(new Table<>(whole.name(), whole.meaning(), figures).with(rows));
  }

  /** {@code round 2 (chat ttft 0.130 s above its mean): chat ttft p95 is 0.303 s, …; missed}. */
  private static String words(Row row) {
    String done = row.done().isEmpty() ? "" : " (" + row.done() + ")";
    String untold = row.untold().isEmpty() ? "" : ": " + row.untold();
    return Stream.of(row.missed(), row.became() + untold)
        .filter(part -> !part.isEmpty())
        .collect(
            Collectors.joining(
                "; ", "round " + row.round().orElseThrow().number() + done + ": ", ""));
  }
}
