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
  long failed;
  double timeInSystem;
  boolean down;
  private long before;

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

  /** So many leave without an end. */
  void withdraw(int number, double now) {
    failed += number;
    inSystem.add(now, -number);
  }

  /** Who came and left since the last restart. */
  PoolFlow flow() {
    long after = Math.round(inSystem.value());
    return new PoolFlow(placed.id(), before, arrivals, completions, failed, after);
  }

  /** Forgets what was counted before {@code now}. */
  void restart(double now) {
    inSystem.restart(now);
    inUse.restart(now);
    ready.restart(now);
    arrivals = 0;
    completions = 0;
    turnedAway = 0;
    failed = 0;
    before = Math.round(inSystem.value());
    timeInSystem = 0;
  }
}
