package situs.report;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows that differ in their reading alone. */
record SharedRows<R>(List<R> rows) {
  private static final String READING = "reading";

  static <R> Sheet<SharedRows<R>> of(String heading, List<R> rows, List<Column<R>> columns) {
    Map<List<String>, List<R>> alike = new LinkedHashMap<>();
    for (R row : rows) {
      List<String> rest =
          columns.stream()
              .filter(c -> !c.name().equals(READING))
              .map(c -> c.value().apply(row).text())
              .toList();
      alike.computeIfAbsent(rest, r -> new ArrayList<>()).add(row);
    }
    return new Table<>(heading, "", columns.stream().map(SharedRows::column).toList())
        .with(alike.values().stream().map(SharedRows::new).toList());
  }

  private static <R> Column<SharedRows<R>> column(Column<R> of) {
    return new Column<>(of.name(), "", "", shared -> shared.cell(of));
  }

  private Cell cell(Column<R> column) {
    return column.name().equals(READING)
        ? new Cell(
            rows.stream().map(r -> column.value().apply(r).text()).collect(joining(", ")), false)
        : column.value().apply(rows.get(0));
  }
}
