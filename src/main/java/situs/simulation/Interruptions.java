package situs.simulation;

import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import situs.model.Placed;
import situs.stats.Streams;

/**
 * When a provider takes back each instance of a pool: a Poisson process an instance, from a stream
 * of its own. So the k-th instance of a workload's component in a region is taken at the same times
 * whatever the strategy, however many there are, and whether or not it is rented then.
 */
final class Interruptions {
  private final double perS;
  private final ContinuousSampler[] gaps;
  private final TournamentTree times;

  /**
   * @param fromS none before, seconds of the run
   */
  Interruptions(Placed placed, double fromS, Streams streams) {
    perS = placed.offer().map(o -> o.interruptionsPerS()).orElse(0.0);
    gaps = new ContinuousSampler[perS > 0 ? placed.instances() : 0];
    times = new TournamentTree(gaps.length);
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] =
          ZigguratSampler.Exponential.of(
              streams.of("interruptions", placed.id(), Integer.toString(i)));
      after(fromS, i);
    }
  }

  /** When the next one is; infinity for never. */
  double next() {
    return times.firstKey();
  }

  /** Takes the next one; returns its instance. */
  int pop() {
    int instance = times.first();
    after(next(), instance);
    return instance;
  }

  private void after(double time, int instance) {
    times.set(instance, time + gaps[instance].sample() / perS);
  }
}
