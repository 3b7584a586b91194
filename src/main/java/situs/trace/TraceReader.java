package situs.trace;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import situs.document.Issues;

/** The first pass through a file: counts its requests and says what is wrong with its rows. */
public final class TraceReader {
  private final TraceSource source;
  private final BadRowList bad;
  private long requests;
  private double spanS;
  private double promptTokens;
  private double outputTokens;

  private TraceReader(TraceSource source, BadRows policy, Issues issues) {
    this.source = source;
    this.bad = new BadRowList(source.path(), policy, issues);
  }

  /** The trace; empty when it cannot be used, and then the issues say why. */
  public static Optional<TraceFile> read(TraceSource source, BadRows policy, Issues issues) {
    return new TraceReader(source, policy, issues).read();
  }

  private Optional<TraceFile> read() {
    try {
      TraceLayout layout = TraceLayout.of(source);
      pass(layout);
      return bad.isFatal() ? failed() : file(layout);
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      return complain(bad.count() + requests + 1, "cannot be read: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      bad.quote(List.of(1L));
      return complain(1, String.valueOf(e.getMessage()));
    }
  }

  private void pass(TraceLayout layout) throws IOException {
    try (TraceCursor cursor =
        new TraceCursor(layout.open(source), layout.blockTokens(), bad::add)) {
      while (!bad.isEnough() && cursor.next()) {
        requests++;
        spanS = cursor.offsetS();
        promptTokens += cursor.promptTokens();
        outputTokens += cursor.outputTokens();
      }
    }
  }

  private Optional<TraceFile> failed() {
    bad.report();
    return Optional.empty();
  }

  private Optional<TraceFile> file(TraceLayout layout) {
    if (requests == 0) {
      return complain(1, bad.count() == 0 ? "has no rows" : "has no row that can be read");
    }
    return Optional.of(
        new TraceFile(
            source,
            layout,
            new TraceFile.Totals(requests, spanS, promptTokens / requests, outputTokens / requests),
            bad.skipped(requests)));
  }

  private Optional<TraceFile> complain(long line, String problem) {
    bad.complain(line, problem);
    return Optional.empty();
  }
}
