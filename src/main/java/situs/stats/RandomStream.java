package situs.stats;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): 64 bits of state, so that a stream can be kept as
 * one {@code long} for each of many sessions.
 */
public final class RandomStream implements UniformRandomProvider {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  public RandomStream(long state) {
    this.state = state;
  }

  /** Where the stream stands; {@link #resume} goes on from there. */
  public long state() {
    return state;
  }

  public void resume(long savedState) {
    state = savedState;
  }

  @Override
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Bits well mixed (variant 13 of Stafford). */
  static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
