package situs.catalog;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import situs.model.Provenance;

/** A row of a bundled table. */
record Row(NamedCsvRecord cells) {

  /** All rows of {@code catalog/NAME.csv}. */
  static List<Row> of(String name) {
    try (InputStream file = Row.class.getResourceAsStream("/catalog/" + name + ".csv")) {
      if (file == null) {
        throw new IllegalStateException("the catalogue has no table '" + name + "'");
      }
      try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file);
          Stream<NamedCsvRecord> records = reader.stream()) {
        return records.map(Row::new).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the catalogue's table '" + name + "'", e);
    }
  }

  String text(String column) {
    return cells.getField(column);
  }

  double number(String column) {
    return Double.parseDouble(text(column));
  }

  int integer(String column) {
    return Integer.parseInt(text(column));
  }

  /** A number; empty where the cell is. */
  Optional<Double> maybe(String column) {
    return text(column).isEmpty() ? Optional.empty() : Optional.of(number(column));
  }

  Provenance provenance() {
    return Sources.of(text("status"), text("source"));
  }
}
