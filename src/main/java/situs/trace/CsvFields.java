package situs.trace;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Some columns of a CSV file, row by row. Nothing is allocated for a row. */
final class CsvFields implements Closeable {
  private static final int MOST_DIGITS = 9;

  private final List<String> names;
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
   * @param header of the file
   * @param names of the columns that are wanted, all of which it has
   */
  CsvFields(Path path, List<String> header, List<String> names) throws IOException {
    this.names = List.copyOf(names);
    this.wanted = new Wanted(header, names);
    this.records =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .detectBomHeader(true)
            .build(wanted, TraceStream.bytes(path), StandardCharsets.UTF_8)
            .iterator();
    advance();
  }

  /** Goes on to the next row; false at the end. */
  boolean advance() throws IOException {
    try {
      if (!records.hasNext()) {
        return false;
      }
      records.next();
      return true;
    } catch (CsvParseException | UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Where the row stands, counted from 1. */
  long line() {
    return wanted.line;
  }

  void requireAll() throws BadRow {
    if (wanted.fields != wanted.ours.length) {
      throw new BadRow(
          line(), wanted.fields + " values where the header has " + wanted.ours.length);
    }
  }

  /** The field of the column that was named at {@code index}. */
  Text text(int index) {
    return wanted.texts[index];
  }

  /** Nanoseconds. */
  long time(int index, Times times) throws BadRow {
    try {
      return times.read(text(index));
    } catch (IllegalArgumentException e) {
      throw new BadRow(line(), String.valueOf(e.getMessage()));
    }
  }

  int tokens(int index) throws BadRow {
    Text text = text(index);
    boolean whole = text.length <= MOST_DIGITS && text.isDigits(0, text.length);
    int tokens = whole ? (int) text.digits(0, text.length) : 0;
    if (tokens < 1) {
      throw new BadRow(
          line(), names.get(index) + " must be a whole number of at least 1, is '" + text + "'");
    }
    return tokens;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
