package situs.simulation;

import situs.model.Capacity.Signal;
import situs.model.ModelWorkload.Batching;
import situs.model.ModelWorkload.PrefixCaching;
import situs.model.Placed;
import situs.serving.IterationTime;

/**
 * Model replicas in one region behind one queue, first come first served. Each has a timer for what
 * happens in it next.
 */
abstract sealed class ServerPool extends CallPool implements ReplicaPool
    permits ModelPool, DisaggregatedPool {
  static final int NONE = -1;

  /**
   * What a pool is made of.
   *
   * @param kvTokens KV capacity of a replica, tokens, the part for cached prefixes included
   * @param firstTimer the timer of the first replica; those of the others follow
   */
  record Setup(
      Placed placed,
      Batching batching,
      IterationTime time,
      long kvTokens,
      Requests requests,
      Replica.Listener listener,
      TournamentTree timers,
      int firstTimer,
      Replica.Maker maker) {

    /** Blocks of a replica that are set aside for cached prefixes. */
    long cacheBlocks() {
      double budget = batching.prefixCaching().map(PrefixCaching::budget).orElse(0.0);
      return (long) (budget * (kvTokens / KvBlocks.TOKENS));
    }

    /** Tokens that requests can hold. */
    long kvCapacity() {
      return kvTokens - cacheBlocks() * KvBlocks.TOKENS;
    }
  }

  final Replica[] replicas;
  final Requests requests;
  final PoolQueue queue;
  final KvCounts kvCounts = new KvCounts();
  final boolean[] up;
  final boolean[] draining;
  Emptied emptied = (replica, now) -> {};
  private final TournamentTree timers;
  private final int firstTimer;
  private final long kvBlocks;
  private final int queueLimit;
  private double waitTime;

  ServerPool(Setup setup) {
    super(setup.placed());
    requests = setup.requests();
    queue = new PoolQueue(requests);
    timers = setup.timers();
    firstTimer = setup.firstTimer();
    kvBlocks = setup.kvCapacity() / KvBlocks.TOKENS;
    queueLimit = setup.batching().queueLimit() * placed.replicas();
    replicas = new Replica[placed.replicas()];
    up = new boolean[placed.replicas()];
    draining = new boolean[placed.replicas()];
  }

  /** The pool that a workload's batching asks for. */
  static ServerPool of(Setup setup) {
    return setup.batching().disaggregation().isPresent()
        ? new DisaggregatedPool(setup)
        : new ModelPool(setup);
  }

  /** A replica's timer has come. */
  abstract void fire(int replica, double now);

  /** When something happens next in a replica. */
  void setTimer(int replica, double at) {
    timers.set(firstTimer + replica, at);
  }

  @Override
  public Placed placed() {
    return placed;
  }

  @Override
  boolean canHold(int prompt, int output) {
    return KvBlocks.of((long) prompt + output) <= kvBlocks;
  }

  @Override
  boolean isFull() {
    return !queue.isEmpty() && queue.size() >= queueLimit || replicas.length == 0;
  }

  @Override
  double load() {
    return ready.value() == 0 ? Double.POSITIVE_INFINITY : inSystem.value() / ready.value();
  }

  @Override
  public void onEmptied(Emptied listener) {
    emptied = listener;
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
      case QUEUE -> queue.size();
      case KV -> kvHeld(now);
    };
  }

  private double kvHeld(double now) {
    double blocks = 0;
    for (Replica replica : replicas) {
      blocks += replica.kvBlocks(now);
    }
    return blocks / kvBlocks;
  }

  @Override
  public double busyReplicaS(double now) {
    return inUse.integral(now);
  }

  /** A request joins the queue. */
  final void enqueue(int slot, double now) {
    arrivals++;
    inSystem.add(now, 1);
    requests.arrived[slot] = now;
    requests.begin(slot);
    queue.add(slot, now);
  }

  /** Empties the queue; the requests are the caller's to deal with. */
  int[] drainQueue(double now) {
    int[] drained = queue.removeAll(now);
    withdraw(drained.length, now);
    return drained;
  }

  @Override
  void ended(int slot, double now) {
    completions++;
    inSystem.add(now, -1);
    timeInSystem += now - requests.arrived[slot];
    waitTime += requests.started[slot] - requests.arrived[slot];
  }

  @Override
  void restart(double now) {
    super.restart(now);
    queue.restart(now);
    waitTime = 0;
    kvCounts.restart();
  }

  /** What its prefix caches were good for. */
  PrefixUse prefixUse() {
    return PrefixUse.NONE;
  }

  /** What went from prefill to decode. */
  HandoverUse handoverUse() {
    return HandoverUse.NONE;
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
            queue.average(now),
            completions == 0 ? Double.NaN : timeInSystem / completions,
            completions == 0 ? Double.NaN : waitTime / completions,
            up == 0 ? 0 : inUse.average(now) / up,
            ready.integral(now) / 3600,
            0,
            kvCounts.use(),
            prefixUse())
        .with(handoverUse());
  }
}
