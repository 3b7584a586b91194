package situs.scenario;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import situs.document.Issues;
import situs.document.Mark;
import situs.document.Names;

/** A CSV file with a header, plain or with {@code .gz}; wrong rows are issues with their line. */
final class TableFile {
  /** Rows after these many wrong ones are not read: the file is of another kind. */
  private static final int SHOWN = 10;

  /** Takes the wanted columns of a row; throws {@link IllegalArgumentException} to object. */
  interface RowReader {
    void row(List<String> values);
  }

  private final Path path;
  private final String name;
  private final Issues issues;
  private int wrong;

  TableFile(Path path, Issues issues) {
    this.path = path;
    this.name = path.toString().replace('\\', '/');
    this.issues = issues;
  }

  /** Reads every row's {@code columns}, in that order. */
  void read(List<String> columns, RowReader reader) {
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(open(), StandardCharsets.UTF_8)) {
      rows(records, columns, reader);
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      complain(1, "cannot be read as CSV: " + e.getMessage());
    }
  }

  private InputStream open() throws IOException {
    InputStream file = Files.newInputStream(path);
    return name.endsWith(".gz") ? new GZIPInputStream(file) : file;
  }

  private void rows(CsvReader<CsvRecord> records, List<String> columns, RowReader reader) {
    List<String> header = List.of();
    int read = 0;
    for (CsvRecord record : records) {
      if (header.isEmpty()) {
        header = record.getFields();
        if (!hasAll(header, columns)) {
          return;
        }
      } else {
        row(record, header, columns, reader);
        read++;
      }
      if (wrong >= SHOWN) {
        complain(record.getStartingLineNumber(), "more rows may be wrong; stopped reading here");
        return;
      }
    }
    if (read == 0) {
      complain(1, "has no rows");
    }
  }

  private boolean hasAll(List<String> header, List<String> columns) {
    for (String column : columns) {
      if (!header.contains(column)) {
        complain(1, "has no column '" + column + "'" + Names.hint(column, header));
      }
    }
    return wrong == 0;
  }

  private void row(CsvRecord record, List<String> header, List<String> columns, RowReader reader) {
    long line = record.getStartingLineNumber();
    if (record.getFieldCount() != header.size()) {
      complain(line, record.getFieldCount() + " values where the header has " + header.size());
      return;
    }
    try {
      reader.row(columns.stream().map(c -> record.getField(header.indexOf(c))).toList());
    } catch (IllegalArgumentException e) {
      complain(line, String.valueOf(e.getMessage()));
    }
  }

  private void complain(long line, String message) {
    if (wrong++ == 0) {
      quotable();
    }
    issues.add(new Mark(name, (int) line, 1), message);
  }

  /** Keeps the text for quoting; only now, as it may be long. */
  private void quotable() {
    try (InputStream in = open()) {
      issues.source(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      issues.source(name, "");
    }
  }
}
