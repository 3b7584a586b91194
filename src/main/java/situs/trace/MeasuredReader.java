package situs.trace;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.document.Issues;

/** Reads a CSV file of requests measured on a server. */
public final class MeasuredReader {
  private static final double NS_IN_S = 1e9;

  /** A row as it stands in the file. */
  private record Row(long arrivalNs, int prompt, int output, long ttftNs, long callNs) {
    MeasuredRequest after(long firstNs) {
      return new MeasuredRequest(
          (arrivalNs - firstNs) / NS_IN_S, prompt, output, ttftNs / NS_IN_S, callNs / NS_IN_S);
    }
  }

  private final Path path;
  private final BadRowList bad;
  private final List<Row> rows = new ArrayList<>();

  private MeasuredReader(Path path, BadRows policy, Issues issues) {
    this.path = path;
    this.bad = new BadRowList(path, policy, issues);
  }

  /**
   * The requests; empty when they cannot be used, and then the issues say why.
   *
   * @param named columns by role, see {@link MeasuredColumns#ROLES}
   */
  public static Optional<MeasuredRequests> read(
      Path path, Map<String, String> named, TraceTimeUnit unit, BadRows policy, Issues issues) {
    return new MeasuredReader(path, policy, issues).read(named, unit);
  }

  private Optional<MeasuredRequests> read(Map<String, String> named, TraceTimeUnit unit) {
    try {
      List<String> header = TraceLayout.header(TraceLayout.firstLine(path));
      pass(header, MeasuredColumns.of(header, named, unit));
      return bad.isFatal() ? failed() : requests();
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      return complain(rows.size() + bad.count() + 1, "cannot be read: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      bad.quote(List.of(1L));
      return complain(1, String.valueOf(e.getMessage()));
    }
  }

  private void pass(List<String> header, MeasuredColumns columns) throws IOException {
    Times times = new Times(columns.unit());
    try (CsvFields fields = new CsvFields(path, header, columns.names())) {
      while (!bad.isEnough() && fields.advance()) {
        try {
          rows.add(row(fields, columns, times));
        } catch (BadRow e) {
          bad.add(e);
        }
      }
    }
  }

  private static Row row(CsvFields fields, MeasuredColumns columns, Times times) throws BadRow {
    fields.requireAll();
    long arrival = fields.time(0, times);
    long ttft = fields.time(3, times);
    long end = fields.time(4, times);
    long call = columns.end().clock() == MeasuredColumns.Clock.FROM_ARRIVAL ? end : end - arrival;
    Row row = new Row(arrival, fields.tokens(1), fields.tokens(2), ttft, call);
    if (ttft <= 0) {
      throw new BadRow(
          fields.line(), columns.ttft() + " must be more than 0, is '" + fields.text(3) + "'");
    }
    if (call < ttft) {
      throw new BadRow(
          fields.line(),
          columns.end().column() + " is before the first token, '" + fields.text(4) + "'");
    }
    return row;
  }

  private Optional<MeasuredRequests> failed() {
    bad.report();
    return Optional.empty();
  }

  private Optional<MeasuredRequests> requests() {
    if (rows.isEmpty()) {
      return complain(1, bad.count() == 0 ? "has no rows" : "has no row that can be read");
    }
    rows.sort(Comparator.comparingLong(Row::arrivalNs));
    long first = rows.get(0).arrivalNs();
    return Optional.of(
        new MeasuredRequests(
            String.valueOf(path.getFileName()),
            rows.stream().map(r -> r.after(first)).toList(),
            first,
            bad.skipped(rows.size())));
  }

  private Optional<MeasuredRequests> complain(long line, String problem) {
    bad.complain(line, problem);
    return Optional.empty();
  }
}
