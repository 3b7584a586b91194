package situs.simulation;

import java.util.Arrays;
import situs.model.Boot;

/**
 * The replicas of a pool over time: rented, booting, up, draining, given up. What serves is the
 * pool's; when a replica serves is decided here, by a {@link Scaler}, by the provider that takes
 * instances back, and by incidents.
 *
 * <p>The first replicas are started first and given up last, so that whole instances are empty.
 */
final class Fleet {
  private enum State {
    OFF,
    BOOTING,
    UP,
    /** Finishes its work and takes no more. */
    DRAINING
  }

  /** Has {@link #wake} called at a time. */
  interface Alarm {
    void at(double time);
  }

  /** A replica was lost with its instance; the requests are those that it served. */
  interface Loss {
    void lost(int replica, int[] requests);
  }

  private final ReplicaPool pool;
  private final Boot boot;
  private final Scaler scaler;
  private final Interruptions interruptions;
  private final Alarm alarm;
  private final Loss loss;
  private final double loadingS;
  private final State[] states;

  /** By incidents; such a replica stays rented, and does nothing. */
  private final boolean[] gone;

  private final double[] bootedAt;
  private final FleetLedger ledger;

  Fleet(
      ReplicaPool pool,
      Boot boot,
      Scaler scaler,
      Interruptions interruptions,
      Alarm alarm,
      Loss loss) {
    this.pool = pool;
    this.boot = boot;
    this.scaler = scaler;
    this.interruptions = interruptions;
    this.alarm = alarm;
    this.loss = loss;
    this.loadingS = boot.loadingS(pool.placed());
    this.states = new State[pool.placed().replicas()];
    this.gone = new boolean[states.length];
    this.bootedAt = new double[states.length];
    this.ledger = new FleetLedger(pool.placed());
    Arrays.fill(states, State.OFF);
    Arrays.fill(bootedAt, Double.POSITIVE_INFINITY);
    for (int replica = 0; replica < scaler.initial(); replica++) {
      states[replica] = State.BOOTING;
      ledger.rent(replica, 0);
    }
    pool.onEmptied(this::giveUp);
    setAlarm();
  }

  /** A replica of the first hour has booted; of the others, it has a place to boot on. */
  void booted(int replica, double now) {
    if (states[replica] == State.BOOTING) {
      up(replica, now);
    }
  }

  private void up(int replica, double now) {
    states[replica] = State.UP;
    bootedAt[replica] = Double.POSITIVE_INFINITY;
    if (!gone[replica]) {
      pool.start(replica, now);
    }
  }

  /** Does what is due. */
  void wake(double now) {
    for (int replica = 0; replica < states.length; replica++) {
      if (bootedAt[replica] <= now) {
        up(replica, now);
      }
    }
    while (interruptions.next() <= now) {
      interrupt(interruptions.pop(), now);
    }
    if (scaler.next() <= now) {
      int active = active();
      resize(scaler.wanted(now, active) - active, now);
    }
    setAlarm();
  }

  private void setAlarm() {
    double next = Math.min(scaler.next(), interruptions.next());
    for (double booted : bootedAt) {
      next = Math.min(next, booted);
    }
    if (next < Double.POSITIVE_INFINITY) {
      alarm.at(next);
    }
  }

  private boolean isActive(int replica) {
    boolean counts = states[replica] == State.BOOTING || states[replica] == State.UP;
    return counts && !gone[replica];
  }

  private int active() {
    int active = 0;
    for (int replica = 0; replica < states.length; replica++) {
      active += isActive(replica) ? 1 : 0;
    }
    return active;
  }

  private void resize(int change, double now) {
    int missing = change;
    missing -= resume(missing, now);
    start(missing, now);
    int spare = -change;
    spare -= giveUpLast(State.BOOTING, spare, now);
    giveUpLast(State.UP, spare, now);
  }

  /** Those that drain are still warm. */
  private int resume(int most, double now) {
    int resumed = 0;
    for (int replica = 0; replica < states.length && resumed < most; replica++) {
      if (states[replica] == State.DRAINING && !gone[replica]) {
        states[replica] = State.UP;
        pool.resume(replica, now);
        resumed++;
      }
    }
    return resumed;
  }

  private void start(int most, double now) {
    int started = 0;
    for (int replica = 0; replica < states.length && started < most; replica++) {
      if (states[replica] == State.OFF && !gone[replica]) {
        ledger.rent(replica, now);
        boot(replica, now);
        started++;
      }
    }
    ledger.started += started;
  }

  private void boot(int replica, double now) {
    states[replica] = State.BOOTING;
    double runs = Math.max(now, ledger.rentedSince(replica) + boot.instanceS());
    bootedAt[replica] = runs + loadingS;
  }

  private int giveUpLast(State state, int most, double now) {
    int given = 0;
    for (int replica = states.length - 1; replica >= 0 && given < most; replica--) {
      if (states[replica] == state && !gone[replica]) {
        given++;
        ledger.stopped++;
        if (state == State.BOOTING) {
          giveUp(replica, now);
        } else {
          states[replica] = State.DRAINING;
          pool.drain(replica, now);
        }
      }
    }
    return given;
  }

  private void giveUp(int replica, double now) {
    if (states[replica] != State.BOOTING) {
      pool.stop(replica, now);
    }
    states[replica] = State.OFF;
    bootedAt[replica] = Double.POSITIVE_INFINITY;
    ledger.release(replica, now);
  }

  /** The provider takes an instance back; another one takes its place and boots. */
  private void interrupt(int instance, double now) {
    if (!ledger.isRented(instance)) {
      return;
    }
    ledger.interrupted(instance, now);
    for (int replica = 0; replica < states.length; replica++) {
      if (states[replica] != State.OFF && ledger.instanceOf(replica) == instance) {
        interruptReplica(replica, now);
      }
    }
  }

  private void interruptReplica(int replica, double now) {
    boolean wanted = states[replica] != State.DRAINING;
    int[] requests = pool.fail(replica, now);
    if (wanted) {
      boot(replica, now);
    } else {
      giveUp(replica, now);
    }
    loss.lost(replica, requests);
  }

  /** An incident takes a replica out of service; its requests are the caller's to deal with. */
  int[] lose(int replica, double now) {
    gone[replica] = true;
    int[] requests = pool.fail(replica, now);
    if (states[replica] == State.DRAINING) {
      giveUp(replica, now);
    }
    return requests;
  }

  /** The incident is over: what had booted by then serves at once. */
  void restore(int replica, double now) {
    if (gone[replica]) {
      gone[replica] = false;
      if (states[replica] == State.UP) {
        pool.start(replica, now);
      }
    }
  }

  /** Counts anew. */
  void restart(double now) {
    ledger.restart(now);
    scaler.restart(now);
  }

  /** What was rented since the last restart. */
  FleetUse use(double now) {
    return ledger.use(now);
  }
}
