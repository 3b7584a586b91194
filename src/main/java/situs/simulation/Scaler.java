package situs.simulation;

import situs.model.Capacity;
import situs.model.Scenario;

/** Decides how many replicas a pool is to have. */
interface Scaler {

  /**
   * That of a plan for a pool.
   *
   * @param part of its fleet
   */
  static Scaler of(Capacity.Plan plan, ReplicaPool pool, FleetPart part, Scenario scenario) {
    Timeline timeline = Timeline.of(scenario);
    int placed = pool.placed().replicas();
    // What is paid anyway is not given up.
    if (pool.placed().isPaidAhead()) {
      return new Constant(placed);
    }
    if (plan instanceof Capacity.Scheduled schedule) {
      return new ScheduledScaler(schedule, part::of, scenario.starts(), timeline);
    }
    return plan instanceof Capacity.Autoscaled rule
        ? new Autoscaler(rule, pool, timeline)
        : new Constant(placed);
  }

  /** How many before the first demand. */
  int initial();

  /** When it decides next, seconds of the run; infinity for never again. */
  double next();

  /**
   * How many it wants, decided at {@link #next()}.
   *
   * @param active replicas that boot or take newcomers
   */
  int wanted(double now, int active);

  /** The pool's counters begin anew at {@code now}. */
  default void restart(double now) {}

  /** Always the same. */
  record Constant(int initial) implements Scaler {
    @Override
    public double next() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public int wanted(double now, int active) {
      return active;
    }
  }
}
