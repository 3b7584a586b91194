package situs.trace;

/** A row that cannot be read, with what was expected in its place. */
final class BadRow extends Exception {
  private static final long serialVersionUID = 1L;

  private final long line;

  BadRow(long line, String message) {
    // Without a trace of the stack: a file may have millions of them.
    super(message, null, false, false);
    this.line = line;
  }

  /** Counted from 1. */
  long line() {
    return line;
  }

  String problem() {
    return String.valueOf(getMessage());
  }
}
