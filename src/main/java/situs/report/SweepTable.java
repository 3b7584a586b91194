package situs.report;

import java.util.ArrayList;
import java.util.List;
import situs.experiment.Experiment;
import situs.experiment.Summary;

/** The summaries of several scenarios in one table. */
final class SweepTable {
  private SweepTable() {}

  private record Row(String scenario, Summary summary) {}

  static Sheet<?> of(List<Experiment> experiments) {
    List<Column<Row>> columns = new ArrayList<>();
    columns.add(Column.text("scenario", "The scenario's name.", Row::scenario));
    for (Column<Summary> column : SummaryTable.TABLE.columns()) {
      columns.add(behindScenario(column));
    }
    List<Row> rows =
        experiments.stream()
            .flatMap(e -> Summary.of(e).stream().map(s -> new Row(e.scenario().name(), s)))
            .toList();
    return new Table<>("sweep", "One row a scenario and strategy.", columns).with(rows);
  }

  private static Column<Row> behindScenario(Column<Summary> column) {
    return new Column<>(
        column.name(), column.unit(), column.meaning(), row -> column.value().apply(row.summary()));
  }
}
