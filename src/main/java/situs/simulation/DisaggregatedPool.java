package situs.simulation;

import java.util.Arrays;
import java.util.stream.IntStream;
import situs.model.Disaggregation;
import situs.model.ModelWorkload.Batching;
import situs.model.ModelWorkload.KvMemory;
import situs.model.ModelWorkload.KvPolicy;
import situs.model.ServingProfile;
import situs.simulation.Replica.Listener;
import situs.simulation.Replica.Part;

/**
 * Replicas that only prefill, and replicas that only decode. A request goes to the prefill replica
 * that holds the fewest prompt tokens; its first token is made there. Then it waits, first come
 * first served, until the decode replica with the fewest tokens has room; that takes its memory,
 * and the KV cache is sent. It decodes from the iteration on that begins after the cache is there,
 * and only then the prefill replica's memory is free.
 *
 * <p>What a decode replica preempts it computes again by itself, prompt and all.
 */
final class DisaggregatedPool extends ServerPool {
  private final boolean[] prefills;
  private final TournamentTree prefillLoads;
  private final TournamentTree decodeLoads;
  private final Handovers handovers;
  private final Incoming[] incoming;

  /** Requests that wait for a decode replica. */
  private final PoolQueue prefilled;

  private final boolean[] busy;
  private int drainingCount;
  private boolean waitsForMemory;

  DisaggregatedPool(Setup setup) {
    super(setup);
    int n = replicas.length;
    Disaggregation terms = setup.batching().disaggregation().orElseThrow();
    prefills = new boolean[n];
    busy = new boolean[n];
    incoming = new Incoming[n];
    prefillLoads = new TournamentTree(n);
    decodeLoads = new TournamentTree(n);
    prefilled = new PoolQueue(requests);
    handovers = new Handovers(terms, bytesPerToken(setup), n);
    for (int i = 0; i < n; i++) {
      prefills[i] = terms.prefillsAmong(i + 1) > terms.prefillsAmong(i);
      incoming[i] = new Incoming();
      replicas[i] = setup.maker().of(prefills[i] ? prefilling(setup) : decoding(setup));
    }
  }

  private static double bytesPerToken(Setup setup) {
    ServingProfile profile = setup.placed().profile().orElseThrow();
    return profile.kvBytesPerTokenPerAccelerator() * profile.parallel();
  }

  /** Nothing grows there, so nothing is kept free or reserved for it. */
  private Replica.Setup prefilling(Setup setup) {
    Batching batching = setup.batching().with(new KvMemory(KvPolicy.PREEMPT, 0));
    return part(setup, batching, new Prefilled(setup.listener()), Part.PREFILL);
  }

  private Replica.Setup decoding(Setup setup) {
    return part(setup, setup.batching(), setup.listener(), Part.DECODE);
  }

  private Replica.Setup part(Setup setup, Batching batching, Listener listener, Part part) {
    return new Replica.Setup(
        setup.time(), batching, setup.kvCapacity(), requests, listener, kvCounts, part);
  }

  /** Has requests wait whose prompt is done. */
  private final class Prefilled implements Listener {
    private final Listener outside;

    Prefilled(Listener outside) {
      this.outside = outside;
    }

    @Override
    public void ended(int slot, double now) {
      outside.ended(slot, now);
    }

    @Override
    public void prefilled(int slot, double now) {
      prefilled.add(slot, now);
    }
  }

  @Override
  public int least() {
    return Disaggregation.LEAST_REPLICAS;
  }

  @Override
  boolean cachesPrefixes() {
    return false;
  }

  @Override
  public void start(int replica, double now) {
    if (!up[replica]) {
      up[replica] = true;
      ready.add(now, 1);
      setLoad(replica);
      dispatch(now, NONE);
    }
  }

  @Override
  public void drain(int replica, double now) {
    draining[replica] = true;
    drainingCount++;
    setLoad(replica);
    tellEmptied(now);
  }

  @Override
  public void resume(int replica, double now) {
    draining[replica] = false;
    drainingCount--;
    setLoad(replica);
    dispatch(now, NONE);
  }

  private void setLoad(int replica) {
    long load = replicas[replica].load();
    boolean open = up[replica] && !draining[replica] && load < Long.MAX_VALUE;
    (prefills[replica] ? prefillLoads : decodeLoads)
        .set(replica, open ? load : Double.POSITIVE_INFINITY);
  }

  @Override
  void arrive(int slot, double now) {
    enqueue(slot, now);
    dispatch(now, NONE);
  }

  /** Gives out what waits; the replica {@code finishing} is begun by its caller. */
  private void dispatch(double now, int finishing) {
    while (!prefilled.isEmpty() && hasRoom(decodeLoads, prefilled.first(), now)) {
      handOver(prefilled.remove(now), decodeLoads.first(), now);
    }
    while (!queue.isEmpty()) {
      if (!hasRoom(prefillLoads, queue.first(), now)) {
        waitsForMemory = prefillLoads.firstKey() < Double.POSITIVE_INFINITY;
        return;
      }
      admit(prefillLoads.first(), now, finishing);
    }
  }

  private boolean hasRoom(TournamentTree loads, int slot, double now) {
    return loads.firstKey() < Double.POSITIVE_INFINITY
        && replicas[loads.first()].hasRoom(slot, now);
  }

  private void admit(int best, double now, int finishing) {
    int slot = queue.remove(now);
    if (waitsForMemory && now > requests.arrived[slot]) {
      kvCounts.waited(now - requests.arrived[slot]);
    }
    requests.replica[slot] = best;
    replicas[best].admit(slot, now);
    setLoad(best);
    if (best != finishing) {
      begin(best, now);
    }
  }

  private void handOver(int slot, int target, double now) {
    int source = requests.replica[slot];
    // What was cached is at the prefill replicas; should it be preempted, all is computed again.
    requests.setCached(slot, 0);
    replicas[target].expect(slot, now);
    setLoad(target);
    double there = handovers.send(source, target, requests.prompt[slot], requests.first[slot], now);
    incoming[target].add(slot, there);
    setTimer(target);
  }

  private void setTimer(int replica) {
    setTimer(replica, Math.min(replicas[replica].next(), incoming[replica].next()));
  }

  private void begin(int index, double now) {
    replicas[index].begin(now);
    setTimer(index);
    boolean works = replicas[index].sequences() > 0;
    if (works != busy[index]) {
      busy[index] = works;
      inUse.add(now, works ? 1 : -1);
    }
  }

  @Override
  void fire(int index, double now) {
    Replica replica = replicas[index];
    boolean wasShort = replica.isShort();
    while (incoming[index].next() <= now) {
      receive(incoming[index].remove(), index, now);
    }
    if (replica.next() <= now) {
      replica.finish();
    }
    setLoad(index);
    dispatch(now, index);
    begin(index, now);
    if (wasShort || replica.isShort()) {
      // While it is short it takes nobody, and others may have room.
      setLoad(index);
      dispatch(now, NONE);
    }
    tellEmptied(now);
  }

  private void receive(int slot, int target, double now) {
    release(slot);
    requests.replica[slot] = target;
    replicas[target].receive(slot, now);
  }

  private void release(int slot) {
    int source = requests.replica[slot];
    replicas[source].release(slot);
    setLoad(source);
  }

  private void tellEmptied(double now) {
    for (int i = 0; i < replicas.length && drainingCount > 0; i++) {
      if (draining[i] && replicas[i].sequences() == 0 && replicas[i].load() == 0) {
        emptied.emptied(i, now);
      }
    }
  }

  @Override
  public int[] fail(int replica, double now) {
    if (!up[replica]) {
      return new int[0];
    }
    up[replica] = false;
    drainingCount -= draining[replica] ? 1 : 0;
    draining[replica] = false;
    ready.add(now, -1);
    int[] there = replicas[replica].slots();
    int[] between = prefills[replica] ? cachesFrom(replica, now) : cachesTo(replica);
    replicas[replica].clear();
    handovers.clear(replica);
    setLoad(replica);
    begin(replica, now);
    withdraw(there.length + between.length, now);
    dispatch(now, NONE);
    tellEmptied(now);
    return IntStream.concat(Arrays.stream(there), Arrays.stream(between)).toArray();
  }

  /** Calls off what a failed prefill replica has not handed over. */
  private int[] cachesFrom(int source, double now) {
    IntStream.Builder lost = IntStream.builder();
    for (int slot : prefilled.removeAll(now)) {
      if (requests.replica[slot] == source) {
        lost.add(slot);
      } else {
        prefilled.add(slot, now);
      }
    }
    for (int target = 0; target < replicas.length; target++) {
      int[] sent = incoming[target].removeIf(slot -> requests.replica[slot] == source);
      for (int slot : sent) {
        replicas[target].cancel(slot, now);
        lost.add(slot);
      }
      if (sent.length > 0) {
        setLoad(target);
        begin(target, now);
      }
    }
    return lost.build().toArray();
  }

  /** Calls off what was on its way to a failed decode replica. */
  private int[] cachesTo(int target) {
    int[] sent = incoming[target].removeIf(slot -> true);
    for (int slot : sent) {
      release(slot);
    }
    return sent;
  }

  @Override
  void restart(double now) {
    super.restart(now);
    handovers.restart();
  }

  @Override
  HandoverUse handoverUse() {
    return handovers.use();
  }
}
