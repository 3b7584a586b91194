package situs.simulation;

import situs.model.Placed;
import situs.stats.TimeAverage;

/**
 * What pools of model calls and runtime pools have in common: who is there, and whether it is up.
 */
abstract sealed class Pool permits CallPool, RuntimePool {
  final Placed placed;
  final TimeAverage inSystem = new TimeAverage();
  final TimeAverage inUse = new TimeAverage();
  final TimeAverage ready = new TimeAverage();

  long arrivals;
  long completions;
  long turnedAway;
  double timeInSystem;
  boolean down;

  Pool(Placed placed) {
    this.placed = placed;
  }

  /** Whether a newcomer would be turned away. */
  abstract boolean isFull();

  /** Whether a newcomer of so many tokens would be. */
  boolean isFullFor(int tokens) {
    return isFull();
  }

  /** Share of its capacity in use, for the routing rule of the least loaded. */
  abstract double load();

  abstract PoolUse use(double now);

  /** Forgets what was counted before {@code now}. */
  void restart(double now) {
    inSystem.restart(now);
    inUse.restart(now);
    ready.restart(now);
    arrivals = 0;
    completions = 0;
    turnedAway = 0;
    timeInSystem = 0;
  }
}
