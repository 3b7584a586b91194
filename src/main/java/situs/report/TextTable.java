package situs.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.Styler;
import java.util.List;
import java.util.stream.Collectors;

/** Aligned text without borders, but a rule below the header. */
final class TextTable {
  /** Where ascii-table keeps the character of the rule below the header. */
  private static final int HEADER_RULE = 8;

  private static final Character[] BORDERS = AsciiTable.NO_BORDERS.clone();

  static {
    BORDERS[HEADER_RULE] = '-';
  }

  private TextTable() {}

  static <R> String of(List<R> rows, List<ColumnData<R>> columns) {
    return of(rows, columns, new Styler() {});
  }

  static <R> String of(List<R> rows, List<ColumnData<R>> columns, Styler styler) {
    return AsciiTable.builder()
        .border(BORDERS)
        .lineSeparator("\n")
        .data(rows, columns)
        .styler(styler)
        .asString()
        .lines()
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
