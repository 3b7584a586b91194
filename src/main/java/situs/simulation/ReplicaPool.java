package situs.simulation;

import situs.model.Capacity.Signal;
import situs.model.Placed;

/**
 * A pool of replicas on rented instances, of which more or fewer serve; a {@link Fleet} decides.
 */
sealed interface ReplicaPool permits ModelPool, RuntimePool {

  /** A replica that takes no newcomers has done its last work. */
  interface Emptied {
    void emptied(int replica, double now);
  }

  /** What was placed. */
  Placed placed();

  /** A replica is up: it takes work from now on. Does nothing to one that is. */
  void start(int replica, double now);

  /** A replica takes no newcomers any more; when it is empty, {@link #onEmptied} is told. */
  void drain(int replica, double now);

  /** A replica that was drained takes newcomers again. */
  void resume(int replica, double now);

  /** An empty replica is up no longer. */
  void stop(int replica, double now);

  /**
   * A replica fails. The requests returned are the caller's to deal with, and so are the sessions
   * of a runtime.
   */
  int[] fail(int replica, double now);

  /** What an autoscaler sees at {@code now}, summed over the replicas. */
  double amount(Signal signal, double now);

  /** Integral of the replicas in use since the last restart, seconds. */
  double busyReplicaS(double now);

  /** Who is told of replicas that were drained. */
  void onEmptied(Emptied listener);
}
