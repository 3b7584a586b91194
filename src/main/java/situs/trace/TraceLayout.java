package situs.trace;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import situs.document.Names;

/** How to read a file: settled once, from what was said of it and from its first line. */
sealed interface TraceLayout {

  RowReader open(TraceSource source) throws IOException;

  TraceFormat format();

  /** Tokens of a block; 0 where the format has none. */
  int blockTokens();

  record Csv(TraceFormat format, List<String> header, TraceColumns columns) implements TraceLayout {
    @Override
    public RowReader open(TraceSource source) throws IOException {
      return new CsvRows(source.path(), header, columns);
    }

    @Override
    public int blockTokens() {
      return 0;
    }
  }

  record Mooncake() implements TraceLayout {
    @Override
    public RowReader open(TraceSource source) throws IOException {
      return new MooncakeRows(source.path());
    }

    @Override
    public TraceFormat format() {
      return TraceFormat.MOONCAKE;
    }

    @Override
    public int blockTokens() {
      return MooncakeRows.BLOCK_TOKENS;
    }
  }

  /** Throws {@link IllegalArgumentException} where the first line does not fit. */
  static TraceLayout of(TraceSource source) throws IOException {
    String first = firstLine(source.path());
    TraceFormat format = source.format().orElseGet(() -> seen(source, first));
    if (format == TraceFormat.MOONCAKE) {
      return new Mooncake();
    }
    List<String> header = header(first);
    if (format == TraceFormat.CSV && source.columns().isEmpty()) {
      throw new IllegalArgumentException(
          "is a CSV file with the columns "
              + String.join(", ", header)
              + "; say which is which with 'columns: {time: .., prompt: .., output: ..}'");
    }
    TraceColumns columns = source.columns().orElse(TraceColumns.AZURE);
    requireAll(header, columns.names());
    return new Csv(format, header, columns);
  }

  private static TraceFormat seen(TraceSource source, String first) {
    if (source.columns().isPresent()) {
      return TraceFormat.CSV;
    }
    if (first.startsWith("{")) {
      return TraceFormat.MOONCAKE;
    }
    return header(first).contains(TraceColumns.AZURE.time()) ? TraceFormat.AZURE : TraceFormat.CSV;
  }

  static String firstLine(Path path) throws IOException {
    try (BufferedReader lines = TraceStream.lines(path)) {
      return Optional.ofNullable(lines.readLine()).orElse("").replace("\ufeff", "");
    }
  }

  static List<String> header(String first) {
    return CsvReader.builder().ofCsvRecord(first).stream()
        .findFirst()
        .map(CsvRecord::getFields)
        .orElse(List.of());
  }

  private static void requireAll(List<String> header, List<String> names) {
    List<String> missing =
        names.stream()
            .filter(n -> !header.contains(n))
            .map(n -> "no column '" + n + "'" + Names.hint(n, header))
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("has " + String.join(", ", missing));
    }
  }
}
