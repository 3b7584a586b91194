package situs.scenario;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import situs.document.Issues;
import situs.model.RequestTrace;

/**
 * A request trace in the format of the Azure LLM inference traces: {@code
 * TIMESTAMP,ContextTokens,GeneratedTokens}, ascending in time. Source of the format:
 * github.com/Azure/AzurePublicDataset.
 */
final class TraceFile {
  private static final List<String> COLUMNS =
      List.of("TIMESTAMP", "ContextTokens", "GeneratedTokens");

  /** {@code 2023-11-16 18:17:03.9799600}, with an offset from UTC where there is one. */
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .appendPattern("HH:mm:ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .toFormatter(java.util.Locale.ROOT);

  private final Path path;
  private final TableFile table;
  private final DoubleStream.Builder offsetS = DoubleStream.builder();
  private final IntStream.Builder prompt = IntStream.builder();
  private final IntStream.Builder output = IntStream.builder();
  private Optional<OffsetDateTime> first = Optional.empty();
  private double lastS;

  private TraceFile(Path path, Issues issues) {
    this.path = path;
    this.table = new TableFile(path, issues);
  }

  /** The trace; empty when no row could be read. Wrong rows are issues. */
  static Optional<RequestTrace> read(Path path, Issues issues) {
    TraceFile file = new TraceFile(path, issues);
    file.table.read(COLUMNS, file::row);
    return file.trace();
  }

  private void row(List<String> values) {
    OffsetDateTime at = timestamp(values.get(0));
    int promptTokens = tokens(COLUMNS.get(1), values.get(1));
    int outputTokens = tokens(COLUMNS.get(2), values.get(2));
    OffsetDateTime start = first.orElse(at);
    double seconds = java.time.Duration.between(start, at).toNanos() / 1e9;
    if (seconds < lastS) {
      throw new IllegalArgumentException(
          "'" + values.get(0) + "' is earlier than the row before; sort the trace by time");
    }
    first = Optional.of(start);
    lastS = seconds;
    offsetS.add(seconds);
    prompt.add(promptTokens);
    output.add(outputTokens);
  }

  private static OffsetDateTime timestamp(String text) {
    try {
      TemporalAccessor read = TIMESTAMP.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      return read instanceof LocalDateTime local
          ? local.atOffset(ZoneOffset.UTC)
          : (OffsetDateTime) read;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a time such as 2023-11-16 18:17:03.9799600", e);
    }
  }

  private static int tokens(String column, String text) {
    int tokens = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    if (tokens < 1) {
      throw new IllegalArgumentException(
          column + " must be a whole number of at least 1, is '" + text + "'");
    }
    return tokens;
  }

  private Optional<RequestTrace> trace() {
    return first.map(
        any ->
            new RequestTrace(
                path.getFileName().toString(),
                offsetS.build().toArray(),
                prompt.build().toArray(),
                output.build().toArray()));
  }
}
