package situs.simulation;

import situs.model.Capacity.Signal;
import situs.model.ModelWorkload.Batching;
import situs.model.ModelWorkload.PrefixCaching;
import situs.model.Placed;
import situs.serving.IterationTime;
import situs.stats.TimeAverage;

/**
 * Model replicas in one region behind one queue, first come first served. A request goes to the
 * replica whose requests have the fewest tokens, prompt and output; where even that one has no
 * room, all wait.
 */
final class ModelPool extends CallPool implements ReplicaPool {
  private static final int NONE = -1;

  final Replica[] replicas;
  final TimeAverage waiting = new TimeAverage();

  private final Requests requests;
  private final TournamentTree loads;
  private final TournamentTree timers;
  private final int firstTimer;
  private final PrefixCaches prefixes;
  private final boolean keepsPrefixes;
  private final long kvCapacity;
  private final int queueLimit;
  private final KvCounts kvCounts = new KvCounts();
  private final boolean[] up;
  private Emptied emptied = (replica, now) -> {};
  private final boolean[] draining;
  private int head = NONE;
  private int tail = NONE;
  private int queued;
  private int shortReplicas;
  private boolean waitsForMemory;
  private double waitTime;

  ModelPool(
      Placed placed,
      Batching batching,
      IterationTime time,
      long kvCapacity,
      Requests requests,
      Replica.Listener listener,
      TournamentTree timers,
      int firstTimer) {
    this(
        placed,
        batching,
        time,
        kvCapacity,
        requests,
        listener,
        timers,
        firstTimer,
        JumpingReplica::new);
  }

  ModelPool(
      Placed placed,
      Batching batching,
      IterationTime time,
      long kvCapacity,
      Requests requests,
      Replica.Listener listener,
      TournamentTree timers,
      int firstTimer,
      Replica.Maker maker) {
    super(placed);
    this.requests = requests;
    this.timers = timers;
    this.firstTimer = firstTimer;
    long cacheBlocks = cacheBlocks(batching, kvCapacity);
    this.kvCapacity = kvCapacity - cacheBlocks * KvBlocks.TOKENS;
    this.prefixes =
        new PrefixCaches(batching.prefixCaching(), placed.replicas(), cacheBlocks, requests);
    this.keepsPrefixes = batching.prefixCaching().isPresent();
    requests.prefixesAreKept |= keepsPrefixes;
    this.queueLimit = batching.queueLimit() * placed.replicas();
    this.replicas = new Replica[placed.replicas()];
    this.up = new boolean[placed.replicas()];
    this.draining = new boolean[placed.replicas()];
    this.loads = new TournamentTree(placed.replicas());
    var setup = new Replica.Setup(time, batching, this.kvCapacity, requests, listener, kvCounts);
    for (int i = 0; i < replicas.length; i++) {
      replicas[i] = maker.of(setup);
    }
  }

  private static long cacheBlocks(Batching batching, long kvCapacity) {
    double budget = batching.prefixCaching().map(PrefixCaching::budget).orElse(0.0);
    return (long) (budget * (kvCapacity / KvBlocks.TOKENS));
  }

  /** Whether its replicas keep prefixes. */
  @Override
  boolean cachesPrefixes() {
    return keepsPrefixes;
  }

  @Override
  boolean canHold(int prompt, int output) {
    return KvBlocks.of((long) prompt + output) <= kvCapacity / KvBlocks.TOKENS;
  }

  @Override
  boolean isFull() {
    return queued > 0 && queued >= queueLimit || replicas.length == 0;
  }

  @Override
  double load() {
    return replicas.length == 0
        ? Double.POSITIVE_INFINITY
        : inSystem.value() / Math.max(1, ready.value());
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
  public void start(int replica, double now) {
    if (!up[replica]) {
      up[replica] = true;
      ready.add(now, 1);
      loads.set(replica, 0);
      dispatch(now, NONE);
    }
  }

  @Override
  public void drain(int replica, double now) {
    draining[replica] = true;
    loads.set(replica, Double.POSITIVE_INFINITY);
    if (replicas[replica].sequences() == 0) {
      emptied.emptied(replica, now);
    }
  }

  @Override
  public void resume(int replica, double now) {
    draining[replica] = false;
    loads.set(replica, key(replica));
    dispatch(now, NONE);
  }

  @Override
  public void stop(int replica, double now) {
    fail(replica, now);
  }

  @Override
  public double amount(Signal signal, double now) {
    return switch (signal) {
      case UTILISATION -> inUse.value();
      case CONCURRENCY -> inSystem.value();
      case QUEUE -> queued;
      case KV -> kvHeld(now);
    };
  }

  private double kvHeld(double now) {
    double blocks = 0;
    for (Replica replica : replicas) {
      blocks += replica.kvBlocks(now);
    }
    return blocks / (kvCapacity / KvBlocks.TOKENS);
  }

  @Override
  public double busyReplicaS(double now) {
    return inUse.integral(now);
  }

  @Override
  public int[] fail(int replica, double now) {
    if (!up[replica]) {
      return new int[0];
    }
    up[replica] = false;
    draining[replica] = false;
    ready.add(now, -1);
    int[] lost = replicas[replica].slots();
    if (replicas[replica].sequences() > 0) {
      inUse.add(now, -1);
    }
    if (replicas[replica].isShort()) {
      shortReplicas--;
    }
    withdraw(lost.length, now);
    replicas[replica].clear();
    if (keepsPrefixes) {
      prefixes.clear(replica);
    }
    loads.set(replica, Double.POSITIVE_INFINITY);
    timers.set(firstTimer + replica, Double.POSITIVE_INFINITY);
    return lost;
  }

  /** Empties the queue; the requests are the caller's to deal with. */
  int[] drainQueue(double now) {
    int[] drained = new int[queued];
    for (int i = 0; i < drained.length; i++) {
      drained[i] = popQueue(now);
    }
    withdraw(drained.length, now);
    return drained;
  }

  @Override
  void arrive(int slot, double now) {
    arrivals++;
    inSystem.add(now, 1);
    requests.arrived[slot] = now;
    requests.begin(slot);
    requests.next[slot] = NONE;
    if (tail == NONE) {
      head = slot;
    } else {
      requests.next[tail] = slot;
    }
    tail = slot;
    queued++;
    waiting.add(now, 1);
    dispatch(now, NONE);
  }

  private int popQueue(double now) {
    int slot = head;
    head = requests.next[slot];
    if (head == NONE) {
      tail = NONE;
    }
    queued--;
    waiting.add(now, -1);
    return slot;
  }

  /** Gives out what waits; the replica {@code finishing} is begun by its caller. */
  private void dispatch(double now, int finishing) {
    while (head != NONE) {
      if (keepsPrefixes && prefixes.mayHave(head) && admitAtHolder(now, finishing)) {
        continue;
      }
      if (loads.firstKey() == Double.POSITIVE_INFINITY) {
        waitsForMemory = shortReplicas > 0;
        return;
      }
      int best = loads.first();
      boolean mayHave = keepsPrefixes && prefixes.mayHave(head);
      if (mayHave) {
        prefixes.comesTo(head, best, now);
      }
      if (!replicas[best].hasRoom(head, now)) {
        waitsForMemory = true;
        return;
      }
      if (mayHave) {
        prefixes.admitted(head, best);
      }
      admit(best, now, finishing);
    }
  }

  /** Sends the first in line to the replica that has its prefix, if there is room. */
  private boolean admitAtHolder(double now, int finishing) {
    int slot = head;
    int holder = prefixes.holder(slot, now);
    if (holder == NONE || draining[holder] || !replicas[holder].hasRoom(slot, now)) {
      return false;
    }
    prefixes.admitted(slot, holder);
    admit(holder, now, finishing);
    return true;
  }

  private void admit(int best, double now, int finishing) {
    Replica replica = replicas[best];
    if (replica.sequences() == 0 && best != finishing) {
      inUse.add(now, 1);
    }
    int slot = popQueue(now);
    if (waitsForMemory && now > requests.arrived[slot]) {
      kvCounts.waited(now - requests.arrived[slot]);
    }
    if (keepsPrefixes) {
      requests.replica[slot] = best;
    }
    replica.admit(slot, now);
    loads.set(best, key(best));
    if (best != finishing) {
      replica.begin(now);
      timers.set(firstTimer + best, replica.next());
    }
  }

  private double key(int replica) {
    long load = replicas[replica].load();
    return load == Long.MAX_VALUE || draining[replica] ? Double.POSITIVE_INFINITY : load;
  }

  /** A replica's timer has come. */
  void fire(int index, double now) {
    Replica replica = replicas[index];
    boolean wasShort = replica.isShort();
    long before = replica.load();
    replica.finish();
    if (replica.load() != before) {
      loads.set(index, key(index));
    }
    dispatch(now, index);
    if (replica.sequences() == 0) {
      inUse.add(now, -1);
    }
    replica.begin(now);
    timers.set(firstTimer + index, replica.next());
    if (wasShort || replica.isShort()) {
      shortOfMemory(index, wasShort, now);
    }
    if (draining[index] && replica.sequences() == 0) {
      emptied.emptied(index, now);
    }
  }

  /**
   * A replica is short of memory, or was: while it is, it takes nobody, and others may have room.
   */
  private void shortOfMemory(int index, boolean wasShort, double now) {
    shortReplicas += (replicas[index].isShort() ? 1 : 0) - (wasShort ? 1 : 0);
    loads.set(index, key(index));
    dispatch(now, NONE);
  }

  @Override
  void ended(int slot, double now) {
    completions++;
    inSystem.add(now, -1);
    timeInSystem += now - requests.arrived[slot];
    waitTime += requests.started[slot] - requests.arrived[slot];
    if (keepsPrefixes && prefixes.knows(slot)) {
      prefixes.ended(slot, now);
    }
  }

  @Override
  void restart(double now) {
    super.restart(now);
    waiting.restart(now);
    waitTime = 0;
    kvCounts.restart();
    prefixes.restart();
  }

  @Override
  PoolUse use(double now) {
    double up = ready.average(now);
    return new PoolUse(
        placed.id(),
        arrivals,
        completions,
        turnedAway,
        inSystem.average(now),
        waiting.average(now),
        completions == 0 ? Double.NaN : timeInSystem / completions,
        completions == 0 ? Double.NaN : waitTime / completions,
        up == 0 ? 0 : inUse.average(now) / up,
        ready.integral(now) / 3600,
        0,
        kvCounts.use(),
        prefixes.use());
  }
}
