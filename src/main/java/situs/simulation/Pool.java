package situs.simulation;

import situs.model.Capacity.Signal;
import situs.model.Placed;
import situs.stats.TimeAverage;

/** What model pools and runtime pools have in common: who is there, and whether it is up. */
abstract sealed class Pool permits ModelPool, RuntimePool {
  final Placed placed;
  final TimeAverage inSystem = new TimeAverage();
  final TimeAverage inUse = new TimeAverage();
  final TimeAverage ready = new TimeAverage();

  long arrivals;
  long completions;
  long turnedAway;
  double timeInSystem;
  boolean down;

  /** Told when a replica that was drained has nothing left to do. */
  private Emptied emptied = (replica, now) -> {};

  /** A replica that takes no newcomers has done its last work. */
  interface Emptied {
    void emptied(int replica, double now);
  }

  Pool(Placed placed) {
    this.placed = placed;
  }

  /** Whether a newcomer would be turned away. */
  abstract boolean isFull();

  /** Share of its capacity in use, for the routing rule of the least loaded. */
  abstract double load();

  /** A replica is up: it takes work from now on. Does nothing to one that is. */
  abstract void start(int replica, double now);

  /** A replica takes no newcomers any more; when it is empty, {@link #onEmptied} is told. */
  abstract void drain(int replica, double now);

  /** A replica that was drained takes newcomers again. */
  abstract void resume(int replica, double now);

  /** An empty replica is up no longer. */
  abstract void stop(int replica, double now);

  /**
   * A replica fails. The requests returned are the caller's to deal with, and so are the sessions
   * of a runtime.
   */
  abstract int[] fail(int replica, double now);

  /** What an autoscaler sees at {@code now}, summed over the replicas. */
  abstract double amount(Signal signal, double now);

  /** Integral of the replicas in use since the last restart, seconds. */
  abstract double busyReplicaS(double now);

  void onEmptied(Emptied listener) {
    emptied = listener;
  }

  void tellEmptied(int replica, double now) {
    emptied.emptied(replica, now);
  }

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
