package situs.cli;

import java.io.PrintWriter;
import java.util.Collection;
import picocli.CommandLine.Option;
import situs.trace.BadRows;

/** What becomes of rows of traces that cannot be read, mixed into the commands that read some. */
final class BadRowsOption {
  @Option(
      names = "--on-bad-row",
      paramLabel = "fail|skip",
      description =
          "What becomes of rows of traces that cannot be read: they are errors, or they are left"
              + " out and counted (default: fail).")
  private BadRows badRows = BadRows.FAIL;

  BadRows badRows() {
    return badRows;
  }

  /** Says what was left out, beside the output and not in it. */
  static void tell(Collection<String> notes, PrintWriter err) {
    notes.stream().distinct().forEach(note -> err.println("situs: " + note));
    err.flush();
  }
}
