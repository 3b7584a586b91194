package situs.simulation;

import situs.model.Capacity.Signal;
import situs.model.FrontierWorkload;
import situs.model.Placed;

/**
 * Runtime instances in one region, as places for sessions. A session goes to the first instance
 * with a place, so that the last ones empty first when there are fewer.
 */
final class RuntimePool extends Pool implements ReplicaPool {
  private static final int[] NO_REQUESTS = {};

  private Emptied emptied = (replica, now) -> {};
  private final int sessionsPerInstance;
  private final int[] sessions;
  private final boolean[] open;
  private final boolean[] draining;

  /** Instances that take a newcomer, by their number. */
  private final TournamentTree free;

  private int openInstances;

  RuntimePool(Placed placed, FrontierWorkload workload) {
    super(placed);
    sessionsPerInstance =
        placed.offer().map(o -> workload.runtime().sessionsOn(o.type())).orElse(0);
    sessions = new int[placed.replicas()];
    open = new boolean[placed.replicas()];
    draining = new boolean[placed.replicas()];
    free = new TournamentTree(placed.replicas());
  }

  /** Places of the instances that take newcomers. */
  private int capacity() {
    return sessionsPerInstance * openInstances;
  }

  @Override
  public Placed placed() {
    return placed;
  }

  @Override
  public void onEmptied(Emptied listener) {
    emptied = listener;
  }

  @Override
  public void start(int instance, double now) {
    if (!open[instance] && !draining[instance]) {
      ready.add(now, 1);
      open(instance, true);
    }
  }

  @Override
  public int[] fail(int instance, double now) {
    if (open[instance] || draining[instance]) {
      ready.add(now, -1);
      draining[instance] = false;
      open(instance, false);
    }
    return NO_REQUESTS;
  }

  private void open(int instance, boolean isOpen) {
    if (open[instance] != isOpen) {
      open[instance] = isOpen;
      openInstances += isOpen ? 1 : -1;
    }
    offer(instance);
  }

  private void offer(int instance) {
    boolean hasPlace = open[instance] && sessions[instance] < sessionsPerInstance;
    free.set(instance, hasPlace ? instance : Double.POSITIVE_INFINITY);
  }

  @Override
  public void drain(int instance, double now) {
    draining[instance] = true;
    open(instance, false);
    if (sessions[instance] == 0) {
      emptied.emptied(instance, now);
    }
  }

  @Override
  public void resume(int instance, double now) {
    draining[instance] = false;
    open(instance, true);
  }

  @Override
  public void stop(int instance, double now) {
    fail(instance, now);
  }

  @Override
  public double amount(Signal signal, double now) {
    return switch (signal) {
      case UTILISATION -> inSystem.value() / sessionsPerInstance;
      case CONCURRENCY -> inSystem.value();
      case QUEUE, KV -> throw new IllegalArgumentException("a runtime has no " + signal);
    };
  }

  @Override
  public double busyReplicaS(double now) {
    return inSystem.integral(now) / sessionsPerInstance;
  }

  @Override
  boolean isFull() {
    return free.firstKey() == Double.POSITIVE_INFINITY;
  }

  @Override
  double load() {
    return capacity() == 0 ? Double.POSITIVE_INFINITY : inSystem.value() / capacity();
  }

  /** A session comes to a pool that is not full; returns its instance. */
  int enter(double now) {
    arrivals++;
    inSystem.add(now, 1);
    int instance = free.first();
    sessions[instance]++;
    offer(instance);
    return instance;
  }

  /** A session has ended. */
  void leave(int instance, double now, double born) {
    completions++;
    timeInSystem += now - born;
    inSystem.add(now, -1);
    vacate(instance, now);
  }

  /** A session has to go. */
  void evict(int instance, double now) {
    withdraw(1, now);
    vacate(instance, now);
  }

  private void vacate(int instance, double now) {
    sessions[instance]--;
    offer(instance);
    if (draining[instance] && sessions[instance] == 0) {
      emptied.emptied(instance, now);
    }
  }

  @Override
  PoolUse use(double now) {
    double places = sessionsPerInstance * ready.average(now);
    return new PoolUse(
        placed.id(),
        arrivals,
        completions,
        turnedAway,
        inSystem.average(now),
        0,
        completions == 0 ? Double.NaN : timeInSystem / completions,
        completions == 0 ? Double.NaN : 0,
        places == 0 ? 0 : inSystem.average(now) / places,
        ready.integral(now) / 3600,
        0);
  }
}
