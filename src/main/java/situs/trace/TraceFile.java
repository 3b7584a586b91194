package situs.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import situs.model.RequestTrace;

/** A file whose rows were read once and found in order. */
public final class TraceFile implements RequestTrace {

  /** What a pass counts. */
  record Totals(long requests, double spanS, double meanPromptTokens, double meanOutputTokens) {}

  private final TraceSource source;
  private final TraceLayout layout;
  private final Totals totals;
  private final Skipped skipped;

  TraceFile(TraceSource source, TraceLayout layout, Totals totals, Skipped skipped) {
    this.source = source;
    this.layout = layout;
    this.totals = totals;
    this.skipped = skipped;
  }

  @Override
  public String name() {
    return String.valueOf(source.path().getFileName());
  }

  public TraceSource source() {
    return source;
  }

  public TraceFormat format() {
    return layout.format();
  }

  /** Rows that were left out. */
  public Skipped skipped() {
    return skipped;
  }

  @Override
  public long requests() {
    return totals.requests();
  }

  @Override
  public double spanS() {
    return totals.spanS();
  }

  @Override
  public double meanPromptTokens() {
    return totals.meanPromptTokens();
  }

  @Override
  public double meanOutputTokens() {
    return totals.meanOutputTokens();
  }

  @Override
  public Cursor open() {
    return pass();
  }

  TraceCursor pass() {
    try {
      return new TraceCursor(layout.open(source), layout.blockTokens(), this::again);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void again(BadRow bad) {
    if (skipped.rows() == 0) {
      throw new IllegalStateException(
          source.shown() + " was changed while it was read: line " + bad.line());
    }
  }
}
