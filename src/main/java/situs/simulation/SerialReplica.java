package situs.simulation;

import situs.model.ModelWorkload.Batching;
import situs.model.ModelWorkload.Scheduler;
import situs.serving.IterationTime;

/**
 * A replica that serves one sequence at a time: nobody joins, nobody is preempted, so that all of a
 * request is known when it begins, and only its end is an event. To the last bit what {@link
 * JumpingReplica} finds for a batch of one.
 */
final class SerialReplica implements Replica {
  private static final int NOBODY = -1;

  private final IterationTime time;
  private final int chunk;
  private final Requests requests;
  private final Listener listener;
  private final KvBlocks blocks;
  private final Stretch decoding = new Stretch();
  private int slot = NOBODY;
  private double next = Double.POSITIVE_INFINITY;

  SerialReplica(Setup setup) {
    time = setup.time();
    chunk = longestChunk(setup.batching());
    requests = setup.requests();
    listener = setup.listener();
    blocks = new KvBlocks(setup.batching().memory(), setup.kvTokens());
  }

  private static int longestChunk(Batching batching) {
    return batching.scheduler() == Scheduler.CHUNKED
        ? Math.min(batching.chunk(), batching.tokenBudget())
        : Integer.MAX_VALUE;
  }

  @Override
  public double next() {
    return next;
  }

  @Override
  public int sequences() {
    return slot == NOBODY ? 0 : 1;
  }

  @Override
  public long load() {
    return slot == NOBODY ? 0 : Long.MAX_VALUE;
  }

  @Override
  public long kvBlocks(double now) {
    if (slot == NOBODY) {
      return 0;
    }
    if (!blocks.grow || next == Double.POSITIVE_INFINITY) {
      return blocks.ownAtAdmission(requests, slot);
    }
    long decoded = requests.output[slot] > 1 ? decoding.iterationAt(now, afterFirst()) : 0;
    return KvBlocks.of(requests.prompt[slot] + decoded) - requests.sharedBlocks(slot);
  }

  private int afterFirst() {
    return requests.output[slot] - 1;
  }

  @Override
  public boolean isShort() {
    return false;
  }

  @Override
  public boolean hasRoom(int newcomer, double now) {
    return slot == NOBODY;
  }

  @Override
  public void admit(int newcomer, double now) {
    requests.started[newcomer] = now;
    slot = newcomer;
  }

  @Override
  public void begin(double now) {
    if (slot == NOBODY || next < Double.POSITIVE_INFINITY) {
      return;
    }
    double first = firstToken(now);
    requests.first[slot] = first;
    if (afterFirst() == 0) {
      next = first;
      return;
    }
    decoding.begin(now, first, time.decodeS(1, requests.prompt[slot] + 1.0), time.perKvTokenS());
    next = decoding.end(afterFirst());
  }

  /** When the prompt is done, an iteration a chunk. */
  private double firstToken(double now) {
    int prompt = requests.prompt[slot];
    int remaining = requests.remaining[slot];
    double at = now;
    while (remaining > 0) {
      int tokens = Math.min(remaining, chunk);
      at = at + time.baseS(0, tokens) + time.chunkS(tokens, prompt - remaining);
      remaining -= tokens;
    }
    return at;
  }

  @Override
  public void finish() {
    int ended = slot;
    double now = next;
    clear();
    listener.ended(ended, now);
  }

  @Override
  public int[] slots() {
    return slot == NOBODY ? new int[0] : new int[] {slot};
  }

  @Override
  public void clear() {
    slot = NOBODY;
    next = Double.POSITIVE_INFINITY;
  }
}
