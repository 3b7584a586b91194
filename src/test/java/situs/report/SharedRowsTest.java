package situs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharedRowsTest {
  private record Row(String reading, String clause, long usd) {}

  @Test
  void whatReadingsHaveInCommonIsToldOnce() {
    List<Column<Row>> columns =
        List.of(
            Column.text("reading", "", Row::reading),
            Column.text("clause", "", Row::clause),
            Column.count("usd", "", Row::usd));
    List<Row> rows =
        List.of(
            new Row("letter", "a", 1),
            new Row("letter", "b", 2),
            new Row("spirit", "a", 1),
            new Row("spirit", "b", 3));
    assertThat(TableFormat.CSV.render(SharedRows.of("t", rows, columns)))
        .isEqualTo("reading,clause,usd\n\"letter, spirit\",a,1\nletter,b,2\nspirit,b,3\n");
  }
}
