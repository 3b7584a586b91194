package situs.report;

import java.util.List;

/**
 * Columns in order.
 *
 * @param <R> what a row shows
 * @param name of the file without its ending
 * @param meaning what a row is, one sentence for docs/columns.md
 */
public record Table<R>(String name, String meaning, List<Column<R>> columns) {

  public Table {
    columns = List.copyOf(columns);
  }

  /** The table filled. */
  public Sheet<R> with(List<R> rows) {
    return new Sheet<>(this, rows);
  }
}
