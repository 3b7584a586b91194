package situs.trace;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.document.Issues;
import situs.document.Mark;

/** The first pass through a file: counts its requests and says what is wrong with its rows. */
public final class TraceReader {
  /** Rows after these many wrong ones are not read: the file is of another kind. */
  private static final int SHOWN = 10;

  private final TraceSource source;
  private final BadRows policy;
  private final Issues issues;
  private final List<BadRow> bad = new ArrayList<>();
  private long badRows;
  private long requests;
  private double spanS;
  private double promptTokens;
  private double outputTokens;

  private TraceReader(TraceSource source, BadRows policy, Issues issues) {
    this.source = source;
    this.policy = policy;
    this.issues = issues;
  }

  /** The trace; empty when it cannot be used, and then the issues say why. */
  public static Optional<TraceFile> read(TraceSource source, BadRows policy, Issues issues) {
    return new TraceReader(source, policy, issues).read();
  }

  private Optional<TraceFile> read() {
    try {
      TraceLayout layout = TraceLayout.of(source);
      pass(layout);
      return policy == BadRows.FAIL && badRows > 0 ? failed() : file(layout);
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      return complain(badRows + requests + 1, "cannot be read: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      quote(List.of(1L));
      return complain(1, String.valueOf(e.getMessage()));
    }
  }

  private void pass(TraceLayout layout) throws IOException {
    try (TraceCursor cursor =
        new TraceCursor(layout.open(source), layout.blockTokens(), this::bad)) {
      while (!tooBad() && cursor.next()) {
        requests++;
        spanS = cursor.offsetS();
        promptTokens += cursor.promptTokens();
        outputTokens += cursor.outputTokens();
      }
    }
  }

  private boolean tooBad() {
    return policy == BadRows.FAIL && badRows >= SHOWN;
  }

  private void bad(BadRow row) {
    badRows++;
    if (bad.size() < SHOWN) {
      bad.add(row);
    }
  }

  private Optional<TraceFile> failed() {
    quote(bad.stream().map(BadRow::line).toList());
    bad.forEach(b -> issues.add(mark(b.line()), b.problem()));
    if (tooBad()) {
      issues.add(mark(bad.get(SHOWN - 1).line()), "more rows may be wrong; stopped reading here");
    }
    return Optional.empty();
  }

  /** Keeps lines that are wrong, for quoting; they ascend. */
  private void quote(List<Long> wanted) {
    try (BufferedReader lines = TraceStream.lines(source.path())) {
      long number = 0;
      String line = "";
      for (long each : wanted) {
        for (; number < each; number++) {
          line = String.valueOf(lines.readLine());
        }
        issues.line(mark(each), line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<TraceFile> file(TraceLayout layout) {
    if (requests == 0) {
      return complain(1, badRows == 0 ? "has no rows" : "has no row that can be read");
    }
    return Optional.of(
        new TraceFile(
            source,
            layout,
            new TraceFile.Totals(requests, spanS, promptTokens / requests, outputTokens / requests),
            new Skipped(
                badRows,
                badRows + requests,
                bad.stream().findFirst().map(b -> "line " + b.line() + ": " + b.problem()))));
  }

  private Optional<TraceFile> complain(long line, String problem) {
    issues.add(mark(line), problem);
    return Optional.empty();
  }

  private Mark mark(long line) {
    return new Mark(source.shown(), (int) Math.min(Integer.MAX_VALUE, line), 1);
  }
}
