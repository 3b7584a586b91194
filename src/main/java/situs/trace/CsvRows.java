package situs.trace;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Rows of CSV. Nothing is allocated for a row. */
final class CsvRows extends RowReader {
  private static final int MOST_DIGITS = 9;

  private final TraceColumns columns;
  private final Times times;
  private final Wanted wanted;
  private final CloseableIterator<Wanted> records;

  /** The fields that are wanted of the record last read. */
  private static final class Wanted extends AbstractBaseCsvCallbackHandler<Wanted> {
    /** By field of the file, which of ours it is; -1 for none. */
    private final int[] ours;

    private final Text[] texts;
    private long line;
    private int fields;

    Wanted(List<String> header, List<String> names) {
      ours = header.stream().mapToInt(names::indexOf).toArray();
      texts = names.stream().map(n -> new Text()).toArray(Text[]::new);
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      if (index < ours.length && ours[index] >= 0) {
        texts[ours[index]].set(buffer, offset, length);
      }
    }

    @Override
    protected Wanted buildRecord() {
      line = getStartingLineNumber();
      fields = getFieldCount();
      return this;
    }
  }

  /**
   * @param header of the file, which has all the columns
   */
  CsvRows(Path path, List<String> header, TraceColumns columns) throws IOException {
    this.columns = columns;
    this.times = new Times(columns.unit());
    this.wanted = new Wanted(header, columns.names());
    this.records =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .detectBomHeader(true)
            .build(wanted, TraceStream.bytes(path), StandardCharsets.UTF_8)
            .iterator();
    advance();
  }

  private boolean advance() throws IOException {
    try {
      if (!records.hasNext()) {
        return false;
      }
      records.next();
      line = wanted.line;
      return true;
    } catch (CsvParseException | UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  boolean next() throws IOException, BadRow {
    if (!advance()) {
      return false;
    }
    if (wanted.fields != wanted.ours.length) {
      throw new BadRow(line, wanted.fields + " values where the header has " + wanted.ours.length);
    }
    try {
      timeNs = times.read(wanted.texts[0]);
    } catch (IllegalArgumentException e) {
      throw new BadRow(line, String.valueOf(e.getMessage()));
    }
    prompt = tokens(columns.prompt(), wanted.texts[1]);
    output = tokens(columns.output(), wanted.texts[2]);
    session = columns.session().isPresent() ? wanted.texts[3].hash() : 0;
    return true;
  }

  private int tokens(String column, Text text) throws BadRow {
    boolean whole = text.length <= MOST_DIGITS && text.isDigits(0, text.length);
    int tokens = whole ? (int) text.digits(0, text.length) : 0;
    if (tokens < 1) {
      throw new BadRow(line, column + " must be a whole number of at least 1, is '" + text + "'");
    }
    return tokens;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
