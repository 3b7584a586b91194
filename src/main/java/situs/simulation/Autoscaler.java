package situs.simulation;

import situs.model.Capacity.Autoscaled;
import situs.model.Capacity.Signal;

/**
 * The algorithm of Kubernetes' Horizontal Pod Autoscaler with its tolerance and stabilisation
 * windows, on signals of one pool. Replicas that still boot count with nothing, so that it does not
 * ask again for what is under way.
 */
final class Autoscaler implements Scaler {
  /** A wish of 2.0000000001 replicas is one of 2. */
  private static final double ROUNDING = 1e-9;

  private final Autoscaled rule;
  private final ReplicaPool pool;
  private final int least;
  private final int most;
  private final SlidingMaximum highest;
  private final SlidingMaximum lowestNegated;
  private double next;
  private double lookedAt;
  private double busyThen;

  Autoscaler(Autoscaled rule, ReplicaPool pool, Timeline timeline) {
    this.rule = rule;
    this.pool = pool;
    this.most = rule.most().of(pool.placed().replicas());
    this.least = Math.min(most, rule.least().of(pool.placed().replicas()));
    this.highest = new SlidingMaximum(rule.coolDownS());
    this.lowestNegated = new SlidingMaximum(rule.upAfterS());
    this.lookedAt = timeline.demandFromS();
    this.next = lookedAt + rule.everyS();
    highest.with(lookedAt, least);
    lowestNegated.with(lookedAt, -least);
  }

  @Override
  public int initial() {
    return least;
  }

  @Override
  public double next() {
    return next;
  }

  @Override
  public int wanted(double now, int active) {
    next = now + rule.everyS();
    int wish = Math.max(least, Math.min(most, wish(now, active)));
    int floor = -lowestNegated.with(now, -wish);
    int ceiling = highest.with(now, wish);
    return Math.max(floor, Math.min(ceiling, active));
  }

  private int wish(double now, int active) {
    double replicas = amount(now) / rule.target();
    boolean within = Math.abs(replicas - active) <= rule.tolerance() * active;
    return within ? active : (int) Math.min(most, Math.ceil(replicas - ROUNDING));
  }

  private double amount(double now) {
    if (rule.signal() != Signal.UTILISATION || now <= lookedAt) {
      return pool.amount(rule.signal(), now);
    }
    double busy = pool.busyReplicaS(now);
    double mean = (busy - busyThen) / (now - lookedAt);
    busyThen = busy;
    lookedAt = now;
    return mean;
  }

  @Override
  public void restart(double now) {
    busyThen = 0;
    lookedAt = now;
  }
}
