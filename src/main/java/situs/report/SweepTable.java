package situs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import situs.experiment.Comparison;
import situs.experiment.Experiment;
import situs.experiment.Summary;

/** A table of several scenarios, one below the other behind the scenario's name. */
final class SweepTable {
  private SweepTable() {}

  private record Row<R>(String scenario, R row) {}

  static Sheet<?> summary(List<Experiment> experiments) {
    return of("sweep", SummaryTable.TABLE, experiments, e -> e, Summary::of);
  }

  static Sheet<?> comparison(List<Comparison> comparisons) {
    return of(
        "comparisons",
        ComparisonTable.TABLE,
        comparisons,
        Comparison::experiment,
        Comparison::rows);
  }

  private static <S, R> Sheet<?> of(
      String name,
      Table<R> table,
      List<S> scenarios,
      Function<S, Experiment> experiment,
      Function<S, List<R>> rowsOf) {
    List<Column<Row<R>>> columns = new ArrayList<>();
    columns.add(Column.text("scenario", "The scenario's name.", Row::scenario));
    for (Column<R> column : table.columns()) {
      columns.add(behindScenario(column));
    }
    List<Row<R>> rows = new ArrayList<>();
    for (S each : scenarios) {
      String scenario = experiment.apply(each).scenario().name();
      rowsOf.apply(each).forEach(row -> rows.add(new Row<>(scenario, row)));
    }
    return new Table<>(name, "Of several scenarios. " + table.meaning(), columns).with(rows);
  }

  private static <R> Column<Row<R>> behindScenario(Column<R> column) {
    return new Column<>(
        column.name(), column.unit(), column.meaning(), row -> column.value().apply(row.row()));
  }
}
