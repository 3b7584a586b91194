package situs.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import situs.model.Placed;
import situs.stats.TimeAverage;

/** Which instances are rented for the replicas of a pool, since when, and what that adds up to. */
final class FleetLedger {
  private static final double HOUR_S = 3600;

  private final Placed placed;

  /** By instance. */
  private final int[] replicasOn;

  private final double[] rentedSince;
  private final TimeAverage instances = new TimeAverage();
  private final TimeAverage replicas = new TimeAverage();
  private final List<FleetUse.Step> steps = new ArrayList<>();
  private double startedAt;
  long started;
  long stopped;
  private long interruptions;

  FleetLedger(Placed placed) {
    this.placed = placed;
    this.replicasOn = new int[Math.max(1, placed.instances())];
    this.rentedSince = new double[replicasOn.length];
    Arrays.fill(rentedSince, Double.NEGATIVE_INFINITY);
  }

  int instanceOf(int replica) {
    return Infrastructure.instanceOf(placed, replica);
  }

  boolean isRented(int instance) {
    return replicasOn[instance] > 0;
  }

  /** Since when the instance of a replica has been rented. */
  double rentedSince(int replica) {
    return rentedSince[instanceOf(replica)];
  }

  void rent(int replica, double now) {
    replicas.add(now, 1);
    int instance = instanceOf(replica);
    if (replicasOn[instance]++ == 0) {
      rentedSince[instance] = now;
      change(now, 1);
    }
  }

  void release(int replica, double now) {
    replicas.add(now, -1);
    if (--replicasOn[instanceOf(replica)] == 0) {
      change(now, -1);
    }
  }

  private void change(double now, int by) {
    instances.add(now, by);
    step(now);
  }

  /** The last step of an instant is the one that counts. */
  private void step(double now) {
    double at = now - startedAt;
    if (!steps.isEmpty() && steps.get(steps.size() - 1).fromS() == at) {
      steps.remove(steps.size() - 1);
    }
    steps.add(new FleetUse.Step(at, (int) instances.value()));
  }

  void interrupted(int instance, double now) {
    interruptions++;
    rentedSince[instance] = now;
  }

  void restart(double now) {
    instances.restart(now);
    replicas.restart(now);
    startedAt = now;
    steps.clear();
    step(now);
    started = 0;
    stopped = 0;
    interruptions = 0;
  }

  FleetUse use(double now) {
    return new FleetUse(
        steps,
        instances.integral(now) / HOUR_S,
        replicas.integral(now) / HOUR_S,
        started,
        stopped,
        interruptions);
  }
}
