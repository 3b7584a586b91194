package situs.simulation;

import situs.model.RequestTrace;

/** Goes through a trace round after round, in the trace's own time. */
final class TracePass implements AutoCloseable {
  /** 2^64 over the golden ratio, odd: names of blocks that differ a little end far apart. */
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

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

  /**
   * What is known of its prompt. Each round and each copy of a trace talks of other things.
   *
   * @param copy number of this pass among those of the trace
   */
  Prefix prefix(int copy) {
    if (cursor.blocks() == 0 || cursor.blockTokens() % KvBlocks.TOKENS != 0) {
      return Prefix.UNKNOWN;
    }
    long[] names = new long[cursor.blocks()];
    for (int i = 0; i < names.length; i++) {
      names[i] = (cursor.block(i) * SPREAD + copy) * SPREAD + round;
    }
    return new Prefix(names, cursor.blockTokens());
  }

  @Override
  public void close() {
    cursor.close();
  }
}
