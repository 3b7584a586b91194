package situs.simulation;

import situs.stats.Sampler;

/** Arrivals drawn at random at the pace of a curve, with lengths drawn likewise. */
final class CurveArrivals implements ArrivalProcess {
  private final RateClock clock;
  private final Gaps gaps;
  private final Sampler promptLength;
  private final Sampler outputLength;
  private double operational;
  private int prompt;
  private int output;

  CurveArrivals(RateClock clock, Gaps gaps, Sampler promptLength, Sampler outputLength) {
    this.clock = clock;
    this.gaps = gaps;
    this.promptLength = promptLength;
    this.outputLength = outputLength;
  }

  @Override
  public double next() {
    operational += gaps.next();
    prompt = promptLength.tokens();
    output = outputLength.tokens();
    return clock.at(operational);
  }

  @Override
  public int prompt() {
    return prompt;
  }

  @Override
  public int output() {
    return output;
  }
}
