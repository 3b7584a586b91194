package situs.simulation;

import situs.model.RequestTrace;

/** Goes through a trace round after round, in the trace's own time. */
final class TracePass implements AutoCloseable {
  private final RequestTrace trace;
  private final double phaseS;
  private RequestTrace.Cursor cursor;
  private long round;
  private long row;

  /**
   * @param startS stands at the first request from here on
   * @param phaseS when round 0 begins
   */
  TracePass(RequestTrace trace, double startS, double phaseS) {
    this.trace = trace;
    this.phaseS = phaseS;
    this.round = (long) Math.floor((startS - phaseS) / trace.periodS());
    this.cursor = trace.open();
    step();
    while (at() < startS) {
      step();
    }
  }

  /** To the next row; behind the last comes the first again. */
  void step() {
    row++;
    if (!cursor.next()) {
      cursor.close();
      cursor = trace.open();
      round++;
      row = 1;
      if (!cursor.next()) {
        throw new IllegalStateException(trace.name() + " was emptied while it was read");
      }
    }
  }

  /** When the request that it stands at comes. */
  double at() {
    return round * trace.periodS() + cursor.offsetS() + phaseS;
  }

  /** The request that it stands at. */
  RequestTrace.Cursor request() {
    return cursor;
  }

  /** Tells apart what is to be drawn apart: sessions of a round, or its requests. */
  long identity() {
    long session = cursor.session();
    return session == 0 ? round * trace.requests() + row : session + round;
  }

  @Override
  public void close() {
    cursor.close();
  }
}
