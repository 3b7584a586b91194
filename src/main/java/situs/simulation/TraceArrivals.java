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
  private final RateClock clock;
  private final double measuredFromS;
  private final RandomStream points;
  private final long firstPoint;
  private final TracePass[] copies;

  /** The copy that the next request comes from. */
  private int next;

  private int prompt;
  private int output;
  private Prefix prefix = Prefix.UNKNOWN;

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
    this.clock = clock;
    this.measuredFromS = measuredFromS;
    this.points = points;
    this.firstPoint = points.state();
    this.copies = new TracePass[replay.copies()];
    double startS = -warmUpS * replay.speedup();
    for (int i = 0; i < copies.length; i++) {
      double phaseS = replay.trace().periodS() * i / copies.length;
      copies[i] = new TracePass(replay.trace(), startS, phaseS);
    }
    first();
  }

  private void first() {
    next = 0;
    for (int i = 1; i < copies.length; i++) {
      if (copies[i].at() < copies[next].at()) {
        next = i;
      }
    }
  }

  @Override
  public double next() {
    while (!ours(copies[next])) {
      step();
    }
    double operational = copies[next].at();
    RequestTrace.Cursor request = copies[next].request();
    prompt = request.promptTokens();
    output = request.outputTokens();
    prefix = copies[next].prefix(next);
    step();
    return operational < 0 ? measuredFromS + operational / replay.speedup() : clock.at(operational);
  }

  private void step() {
    copies[next].step();
    first();
  }

  /** Requests of a session stay together. */
  private boolean ours(TracePass pass) {
    if (replay.share() >= 1) {
      return true;
    }
    points.resume(firstPoint + pass.identity() * copies.length + next);
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
  public Prefix prefix() {
    return prefix;
  }

  @Override
  public void close() {
    for (TracePass copy : copies) {
      copy.close();
    }
  }
}
