package situs.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.document.Issues;

/** The numbers of one column of a CSV file. */
final class ColumnFile {
  private final TableFile table;

  ColumnFile(Path path, Issues issues) {
    this.table = new TableFile(path, issues);
  }

  /** Every value of the column; empty when none could be read. */
  Optional<List<Double>> read(String column, double least) {
    List<Double> values = new ArrayList<>();
    table.read(List.of(column), row -> values.add(value(row.get(0), least)));
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }

  private static double value(String text, double least) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is not a number", e);
    }
    if (!(value >= least) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "'" + text + "' is less than " + DistributionReader.plain(least));
    }
    return value;
  }
}
