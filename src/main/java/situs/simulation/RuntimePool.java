package situs.simulation;

import situs.model.FrontierWorkload;
import situs.model.Placed;

/** Runtime instances in one region, as places for sessions. */
final class RuntimePool extends Pool {
  private final int sessionsPerInstance;
  private int readyInstances;

  RuntimePool(Placed placed, FrontierWorkload workload) {
    super(placed);
    sessionsPerInstance =
        placed.offer().map(o -> workload.runtime().sessionsOn(o.type())).orElse(0);
  }

  int capacity() {
    return sessionsPerInstance * readyInstances;
  }

  void instances(int change, double now) {
    readyInstances += change;
    ready.set(now, readyInstances);
  }

  @Override
  boolean isFull() {
    return inSystem.value() >= capacity();
  }

  @Override
  double load() {
    return capacity() == 0 ? Double.POSITIVE_INFINITY : inSystem.value() / capacity();
  }

  void enter(double now) {
    arrivals++;
    inSystem.add(now, 1);
  }

  void leave(double now, double born) {
    completions++;
    timeInSystem += now - born;
    inSystem.add(now, -1);
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
