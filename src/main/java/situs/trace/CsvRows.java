package situs.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Rows of CSV. Nothing is allocated for a row. */
final class CsvRows extends RowReader {
  private final boolean hasSessions;
  private final Times times;
  private final CsvFields fields;

  /**
   * @param header of the file, which has all the columns
   */
  CsvRows(Path path, List<String> header, TraceColumns columns) throws IOException {
    this.hasSessions = columns.session().isPresent();
    this.times = new Times(columns.unit());
    this.fields = new CsvFields(path, header, columns.names());
    line = fields.line();
  }

  @Override
  boolean next() throws IOException, BadRow {
    if (!fields.advance()) {
      return false;
    }
    line = fields.line();
    fields.requireAll();
    timeNs = fields.time(0, times);
    prompt = fields.tokens(1);
    output = fields.tokens(2);
    session = hasSessions ? fields.text(3).hash() : 0;
    return true;
  }

  @Override
  public void close() throws IOException {
    fields.close();
  }
}
