package situs.simulation;

import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import situs.model.Burstiness;
import situs.stats.GammaSampler;
import situs.stats.RandomStream;

/** Gaps between arrivals in operational time: a stationary process with a mean rate of 1. */
@FunctionalInterface
interface Gaps {

  /** The next gap; the first is that from the start, which is any instant. */
  double next();

  /**
   * @param perSecond what turns a time scale in seconds into expected arrivals
   */
  static Gaps of(Burstiness burstiness, double perSecond, RandomStream random) {
    if (burstiness instanceof Burstiness.Gamma gamma) {
      return new RenewalGaps(gamma.shape(), random);
    }
    if (burstiness instanceof Burstiness.Mmpp mmpp) {
      return new MmppGaps(mmpp, mmpp.timeScaleS() * perSecond, random);
    }
    return ZigguratSampler.Exponential.of(random)::sample;
  }

  /** Gamma gaps. */
  final class RenewalGaps implements Gaps {
    private final GammaSampler gaps;
    private final double shape;
    private double first;

    RenewalGaps(double shape, RandomStream random) {
      this.shape = shape;
      this.gaps = new GammaSampler(shape, random);
      // What is left of a gap that is under way: gaps are met by their length, anywhere in them.
      this.first = new GammaSampler(shape + 1, random).sample() / shape * random.nextDouble();
    }

    @Override
    public double next() {
      if (first >= 0) {
        double gap = first;
        first = -1;
        return gap;
      }
      return gaps.sample() / shape;
    }
  }

  /** A Poisson process whose rate jumps between two values. */
  final class MmppGaps implements Gaps {
    private final RandomStream random;
    private final ContinuousSampler exponential;
    private final double busyRate;
    private final double quietRate;
    private final double leaveBusy;
    private final double leaveQuiet;
    private boolean busy;

    MmppGaps(Burstiness.Mmpp mmpp, double scale, RandomStream random) {
      double share = mmpp.busyShare(scale);
      this.random = random;
      this.exponential = ZigguratSampler.Exponential.of(random);
      this.quietRate = mmpp.quiet();
      this.busyRate = quietRate + (1 - quietRate) / share;
      this.leaveBusy = (1 - share) / scale;
      this.leaveQuiet = share / scale;
      this.busy = random.nextDouble() < share;
    }

    @Override
    public double next() {
      double gap = 0;
      while (true) {
        double arrive = busy ? busyRate : quietRate;
        double either = arrive + (busy ? leaveBusy : leaveQuiet);
        gap += exponential.sample() / either;
        if (random.nextDouble() * either < arrive) {
          return gap;
        }
        busy = !busy;
      }
    }
  }
}
