package situs.simulation;

import situs.model.Arrivals;
import situs.model.RequestTrace;
import situs.stats.RandomStream;

/**
 * A trace as it was recorded, round after round. The first request falls on the start of the
 * measured window; before, the trace is repeated. A surge makes the trace run faster.
 */
final class TraceArrivals implements ArrivalProcess {
  private final Arrivals.Replay replay;
  private final RequestTrace trace;
  private final RateClock clock;
  private final double measuredFromS;
  private final RandomStream points;
  private final long firstPoint;

  private RequestTrace.Cursor cursor;
  private long round;
  private long row;

  /**
   * @param clock whose operational time is the trace's own, 0 at {@code measuredFromS}
   * @param warmUpS demand before the measured window
   * @param points from which requests draw whose they are; the same for all origins that share
   */
  TraceArrivals(
      Arrivals.Replay replay,
      RateClock clock,
      double measuredFromS,
      double warmUpS,
      RandomStream points) {
    this.replay = replay;
    this.trace = replay.trace();
    this.clock = clock;
    this.measuredFromS = measuredFromS;
    this.points = points;
    this.firstPoint = points.state();
    double start = -warmUpS * replay.speedup();
    this.round = (long) Math.floor(start / trace.periodS());
    this.cursor = trace.open();
    step();
    while (at() < start) {
      step();
    }
  }

  /** To the next row, whosesoever it is; behind the last comes the first again. */
  private void step() {
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

  /** When it stands in the trace's own time, whose first round begins at 0. */
  private double at() {
    return round * trace.periodS() + cursor.offsetS();
  }

  private int prompt;
  private int output;

  @Override
  public double next() {
    while (!ours()) {
      step();
    }
    double operational = at();
    prompt = cursor.promptTokens();
    output = cursor.outputTokens();
    step();
    return operational < 0 ? measuredFromS + operational / replay.speedup() : clock.at(operational);
  }

  /** Requests of a session stay together. */
  private boolean ours() {
    if (replay.share() >= 1) {
      return true;
    }
    long session = cursor.session();
    points.resume(firstPoint + (session == 0 ? round * trace.requests() + row : session + round));
    double point = points.nextDouble();
    return point >= replay.from() && point < replay.from() + replay.share();
  }

  @Override
  public int prompt() {
    return prompt;
  }

  @Override
  public int output() {
    return output;
  }

  @Override
  public void close() {
    cursor.close();
  }
}
