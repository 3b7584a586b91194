package situs.report;

import java.util.List;

/** A table with its rows. */
public record Sheet<R>(Table<R> table, List<R> rows) {

  public Sheet {
    rows = List.copyOf(rows);
  }

  public List<String> header() {
    return table.columns().stream().map(Column::name).toList();
  }

  /** The cells, row by row, in the order of the header. */
  public List<List<Cell>> cells() {
    return rows.stream()
        .map(row -> table.columns().stream().map(c -> c.value().apply(row)).toList())
        .toList();
  }
}
