package situs.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import situs.document.Issues;
import situs.document.Mark;

/** The rows of a file that cannot be read, the first of them kept to be shown. */
final class BadRowList {
  /** Rows after these many wrong ones are not read: the file is of another kind. */
  private static final int SHOWN = 10;

  private final Path path;
  private final BadRows policy;
  private final Issues issues;
  private final List<BadRow> shown = new ArrayList<>();
  private long count;

  BadRowList(Path path, BadRows policy, Issues issues) {
    this.path = path;
    this.policy = policy;
    this.issues = issues;
  }

  void add(BadRow row) {
    count++;
    if (shown.size() < SHOWN) {
      shown.add(row);
    }
  }

  long count() {
    return count;
  }

  /** Whether the file cannot be used for them. */
  boolean isFatal() {
    return policy == BadRows.FAIL && count > 0;
  }

  /** Whether to read on would be idle. */
  boolean isEnough() {
    return policy == BadRows.FAIL && count >= SHOWN;
  }

  /** Makes issues of them. */
  void report() {
    quote(shown.stream().map(BadRow::line).toList());
    shown.forEach(b -> complain(b.line(), b.problem()));
    if (isEnough()) {
      complain(shown.get(SHOWN - 1).line(), "more rows may be wrong; stopped reading here");
    }
  }

  /** Keeps lines that are wrong, for quoting; they ascend. */
  void quote(List<Long> wanted) {
    try (BufferedReader lines = TraceStream.lines(path)) {
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

  void complain(long line, String problem) {
    issues.add(mark(line), problem);
  }

  private Mark mark(long line) {
    return new Mark(path.toString().replace('\\', '/'), (int) Math.min(Integer.MAX_VALUE, line), 1);
  }

  /** What was left out beside {@code rows} that were read. */
  Skipped skipped(long rows) {
    return new Skipped(
        count,
        count + rows,
        shown.stream().findFirst().map(b -> "line " + b.line() + ": " + b.problem()));
  }
}
