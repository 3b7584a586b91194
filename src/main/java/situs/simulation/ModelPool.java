package situs.simulation;

/**
 * Replicas that prefill and decode. A request goes to the replica whose requests have the fewest
 * tokens, prompt and output; where even that one has no room, all wait.
 */
final class ModelPool extends ServerPool {
  private final TournamentTree loads;
  private final PrefixCaches prefixes;
  private final boolean keepsPrefixes;
  private int shortReplicas;
  private boolean waitsForMemory;

  ModelPool(Setup setup) {
    super(setup);
    prefixes =
        new PrefixCaches(
            setup.batching().prefixCaching(), replicas.length, setup.cacheBlocks(), requests);
    keepsPrefixes = setup.batching().prefixCaching().isPresent();
    requests.prefixesAreKept |= keepsPrefixes;
    loads = new TournamentTree(replicas.length);
    var terms =
        new Replica.Setup(
            setup.time(),
            setup.batching(),
            setup.kvCapacity(),
            requests,
            setup.listener(),
            kvCounts);
    for (int i = 0; i < replicas.length; i++) {
      replicas[i] = setup.maker().of(terms);
    }
  }

  @Override
  boolean cachesPrefixes() {
    return keepsPrefixes;
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
    setTimer(replica, Double.POSITIVE_INFINITY);
    return lost;
  }

  @Override
  void arrive(int slot, double now) {
    enqueue(slot, now);
    dispatch(now, NONE);
  }

  /** Gives out what waits; the replica {@code finishing} is begun by its caller. */
  private void dispatch(double now, int finishing) {
    while (!queue.isEmpty()) {
      int head = queue.first();
      if (keepsPrefixes && prefixes.mayHave(head) && admitAtHolder(head, now, finishing)) {
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
  private boolean admitAtHolder(int slot, double now, int finishing) {
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
    int slot = queue.remove(now);
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
      setTimer(best, replica.next());
    }
  }

  private double key(int replica) {
    long load = replicas[replica].load();
    return load == Long.MAX_VALUE || draining[replica] ? Double.POSITIVE_INFINITY : load;
  }

  @Override
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
    setTimer(index, replica.next());
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
    super.ended(slot, now);
    if (keepsPrefixes && prefixes.knows(slot)) {
      prefixes.ended(slot, now);
    }
  }

  @Override
  void restart(double now) {
    super.restart(now);
    prefixes.restart();
  }

  @Override
  PrefixUse prefixUse() {
    return prefixes.use();
  }
}
