package situs.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import situs.model.ModelWorkload.KvPolicy;
import situs.model.ModelWorkload.Scheduler;

/**
 * The reference: the same server as {@link JumpingReplica}, iteration by iteration and sequence by
 * sequence, written to be read and not to be fast.
 *
 * <p>An iteration, chunked: every decoding sequence advances one token, for which it needs a block
 * when its last is full; where none is free, the youngest is preempted. What the token budget
 * leaves goes to the prompts, first admitted first. Prompts first: while there are prompts, an
 * iteration takes whole ones within the budget, at least one, and nothing decodes.
 *
 * <p>A preempted sequence loses its blocks. It returns, before any newcomer, with its prompt and
 * what it had generated to be prefilled, and goes on from there.
 */
final class SteppingReplica implements Replica {
  private static final int BLOCK = KvBlocks.TOKENS;

  /** A request in this replica. */
  private static final class Sequence {
    final int slot;
    final int cached;
    int target;
    int computed;
    int generated;
    int left;
    int chunk;

    Sequence(int slot, int prompt, int output, int cached) {
      this.slot = slot;
      this.cached = cached;
      this.target = prompt;
      this.computed = cached;
      this.left = output;
    }

    boolean decodes() {
      return computed >= target;
    }

    void restart() {
      target += generated;
      generated = 0;
      computed = cached;
    }
  }

  private static final Comparator<Sequence> BY_SLOT = Comparator.comparingInt(s -> s.slot);

  private final Setup setup;
  private final Requests requests;
  private final long capacityBlocks;
  private final long watermarkBlocks;
  private final List<Sequence> running = new ArrayList<>();
  private final Deque<Sequence> preempted = new ArrayDeque<>();
  private boolean underWay;
  private boolean decoding;
  private double next = Double.POSITIVE_INFINITY;

  SteppingReplica(Setup setup) {
    this.setup = setup;
    requests = setup.requests();
    capacityBlocks = setup.kvTokens() / BLOCK;
    watermarkBlocks = (long) Math.ceil(setup.batching().memory().watermark() * capacityBlocks);
  }

  private boolean reserves() {
    return setup.batching().memory().policy() == KvPolicy.RESERVE;
  }

  private boolean promptsFirst() {
    return setup.batching().scheduler() == Scheduler.PREFILL_FIRST;
  }

  @Override
  public double next() {
    return next;
  }

  @Override
  public int sequences() {
    return running.size() + preempted.size();
  }

  @Override
  public long kvBlocks(double now) {
    return running.stream().mapToLong(this::blocksHeld).sum();
  }

  private long blocksHeld(Sequence s) {
    if (reserves()) {
      return blocks(footprint(s.slot));
    }
    return blocks(s.decodes() ? s.computed + (underWay && decoding ? 1 : 0) : s.target);
  }

  @Override
  public boolean isShort() {
    return !preempted.isEmpty();
  }

  @Override
  public long load() {
    if (isShort() || running.size() >= setup.batching().maxSequences()) {
      return Long.MAX_VALUE;
    }
    return running.stream().mapToLong(s -> footprint(s.slot)).sum();
  }

  private long footprint(int slot) {
    return (long) requests.prompt[slot] + requests.output[slot];
  }

  private static long blocks(long tokens) {
    return (tokens + BLOCK - 1) / BLOCK;
  }

  @Override
  public boolean hasRoom(int slot, double now) {
    long tokens = reserves() ? footprint(slot) : requests.prompt[slot];
    return preempted.isEmpty() && fits(blocks(tokens) - requests.sharedBlocks(slot));
  }

  private boolean fits(long admitted) {
    if (running.isEmpty()) {
      return true;
    }
    long held = running.stream().mapToLong(s -> blocksInNextIteration(s) - shared(s)).sum();
    return running.size() < setup.batching().maxSequences()
        && held + admitted <= capacityBlocks - watermarkBlocks;
  }

  /** Blocks that are the prefix cache's. */
  private int shared(Sequence s) {
    return requests.sharedBlocks(s.slot);
  }

  /** What it holds when the iteration under way is over and the next has begun. */
  private long blocksInNextIteration(Sequence s) {
    if (reserves()) {
      return blocks(footprint(s.slot));
    }
    int token = promptsFirst() ? 0 : 1;
    if (s.decodes()) {
      return blocks(s.computed + (underWay && decoding ? 1 : 0) + token);
    }
    boolean done = underWay && s.computed + s.chunk == s.target;
    return blocks(s.target + (done ? token : 0));
  }

  @Override
  public void admit(int slot, double now) {
    requests.started[slot] = now;
    running.add(
        new Sequence(slot, requests.prompt[slot], requests.output[slot], requests.cached(slot)));
  }

  @Override
  public void finish() {
    double now = next;
    next = Double.POSITIVE_INFINITY;
    underWay = false;
    List<Sequence> prompts = running.stream().filter(s -> !s.decodes()).toList();
    if (decoding) {
      // Who ends at one instant does so in this order, which those who wait may tell by.
      running.stream()
          .filter(Sequence::decodes)
          .sorted(BY_SLOT)
          .toList()
          .forEach(s -> advance(s, 1, now));
    }
    prompts.forEach(s -> advance(s, s.chunk, now));
    while (!preempted.isEmpty()
        && fits(blocks(preempted.peek().target) - shared(preempted.peek()))) {
      running.add(preempted.poll());
    }
  }

  private void advance(Sequence s, int tokens, double now) {
    s.computed += tokens;
    s.chunk = 0;
    if (s.decodes()) {
      token(s, now);
    }
  }

  /** A sequence has made a token. */
  private void token(Sequence s, double now) {
    if (s.left == requests.output[s.slot]) {
      requests.first[s.slot] = now;
    }
    s.left--;
    s.generated++;
    if (s.left == 0) {
      running.remove(s);
      setup.listener().ended(s.slot, now);
    }
  }

  @Override
  public void begin(double now) {
    if (underWay || running.isEmpty()) {
      return;
    }
    underWay = true;
    decoding = !promptsFirst() || running.stream().allMatch(Sequence::decodes);
    if (decoding && !reserves()) {
      makeRoom();
    }
    next = now + (decoding ? mixed() : wholePrompts());
  }

  private void makeRoom() {
    while (running.stream().mapToLong(s -> blocksInThisIteration(s) - shared(s)).sum()
        > capacityBlocks) {
      Sequence youngest = running.remove(running.size() - 1);
      int lost = youngest.computed - youngest.cached;
      if (lost > 0) {
        setup.counts().preempted(lost);
      }
      youngest.restart();
      preempted.push(youngest);
    }
  }

  private long blocksInThisIteration(Sequence s) {
    return blocks(s.decodes() ? s.computed + 1 : s.target);
  }

  private double mixed() {
    int sequences = 0;
    long read = 0;
    for (Sequence s : running) {
      if (s.decodes()) {
        sequences++;
        read += s.computed + 1;
      }
    }
    int left = setup.batching().tokenBudget() - sequences;
    int taken = 0;
    double attention = 0;
    for (Sequence s : running) {
      if (!s.decodes()) {
        s.chunk = Math.min(s.target - s.computed, Math.min(setup.batching().chunk(), left - taken));
        if (s.chunk > 0) {
          taken += s.chunk;
          attention += setup.time().chunkS(s.chunk, s.computed);
        }
      }
    }
    return setup.time().baseS(sequences, taken) + setup.time().perKvTokenS() * read + attention;
  }

  private double wholePrompts() {
    int taken = 0;
    double attention = 0;
    for (Sequence s : running) {
      int whole = s.target - s.computed;
      if (s.decodes()) {
        continue;
      }
      if (taken > 0 && taken + whole > setup.batching().tokenBudget()) {
        break;
      }
      s.chunk = whole;
      taken += whole;
      attention += setup.time().chunkS(whole, s.computed);
    }
    return setup.time().baseS(0, taken) + attention;
  }

  @Override
  public int[] slots() {
    List<Sequence> all = new ArrayList<>(running);
    all.addAll(preempted);
    return all.stream().sorted(BY_SLOT).mapToInt(s -> s.slot).toArray();
  }

  @Override
  public void clear() {
    running.clear();
    preempted.clear();
    underWay = false;
    next = Double.POSITIVE_INFINITY;
  }
}
