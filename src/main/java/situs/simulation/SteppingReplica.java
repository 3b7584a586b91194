package situs.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.Stream;
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
 *
 * <p>A replica that only prefills keeps the blocks of a prompt until its cache has left. One that
 * only decodes takes a request's blocks when it expects it, and has it decode from the iteration on
 * that begins after its cache has come.
 */
final class SteppingReplica implements Replica {
  private static final int BLOCK = KvBlocks.TOKENS;

  /** A request in this replica. */
  private static final class Sequence {
    final int slot;
    final int number;
    final int cached;
    boolean runs;
    int target;
    int computed;
    int generated;
    int left;
    int chunk;

    Sequence(int slot, int number, int prompt, int output, int cached) {
      this.slot = slot;
      this.number = number;
      this.cached = cached;
      this.target = prompt;
      this.computed = cached;
      this.left = output;
    }

    /** Its cache holds the prompt, and its first token was made elsewhere. */
    void prefilledElsewhere() {
      computed = target;
      generated = 1;
      left--;
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
  private static final Comparator<Sequence> BY_AGE = Comparator.comparingInt(s -> s.number);

  private final Setup setup;
  private final Requests requests;
  private final long capacityBlocks;
  private final long watermarkBlocks;
  private final List<Sequence> running = new ArrayList<>();
  private final Queue<Sequence> preempted = new PriorityQueue<>(BY_AGE);
  private final List<Sequence> expected = new ArrayList<>();
  private final List<Sequence> received = new ArrayList<>();
  private final List<Sequence> held = new ArrayList<>();
  private int admissions;
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
    return setup.batching().scheduler() != Scheduler.CHUNKED;
  }

  private boolean onlyPrefills() {
    return setup.part() == Part.PREFILL;
  }

  /** All that hold memory. */
  private Stream<Sequence> present() {
    return Stream.of(running, expected, received, held).flatMap(List::stream);
  }

  private int batched() {
    return running.size() + expected.size() + received.size();
  }

  @Override
  public double next() {
    return next;
  }

  @Override
  public int sequences() {
    return running.size() + preempted.size() + received.size();
  }

  @Override
  public long kvBlocks(double now) {
    return present().mapToLong(this::blocksHeld).sum();
  }

  private long blocksHeld(Sequence s) {
    if (reserves()) {
      return blocks(footprint(s.slot));
    }
    boolean advances = underWay && decoding && s.runs;
    return blocks(s.decodes() ? s.computed + (advances ? 1 : 0) : s.target);
  }

  @Override
  public boolean isShort() {
    return !preempted.isEmpty();
  }

  @Override
  public long load() {
    if (isShort() || batched() >= setup.batching().maxSequences()) {
      return Long.MAX_VALUE;
    }
    return present()
        .mapToLong(s -> onlyPrefills() ? requests.prompt[s.slot] : footprint(s.slot))
        .sum();
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
    if (present().findAny().isEmpty()) {
      return true;
    }
    long taken = present().mapToLong(s -> blocksInNextIteration(s) - shared(s)).sum();
    return batched() < setup.batching().maxSequences()
        && taken + admitted <= capacityBlocks - watermarkBlocks;
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
    if (!s.runs) {
      return blocks(s.target);
    }
    if (s.decodes()) {
      return blocks(s.computed + (underWay && decoding ? 1 : 0) + token);
    }
    boolean done = underWay && s.computed + s.chunk == s.target;
    return blocks(s.target + (done ? token : 0));
  }

  @Override
  public void admit(int slot, double now) {
    requests.started[slot] = now;
    run(sequence(slot));
  }

  private Sequence sequence(int slot) {
    return new Sequence(
        slot, admissions++, requests.prompt[slot], requests.output[slot], requests.cached(slot));
  }

  @Override
  public void release(int slot) {
    held.remove(of(slot, held));
  }

  private static Sequence of(int slot, List<Sequence> sequences) {
    return sequences.stream().filter(s -> s.slot == slot).findFirst().orElseThrow();
  }

  @Override
  public void expect(int slot, double now) {
    Sequence s = sequence(slot);
    s.prefilledElsewhere();
    expected.add(s);
  }

  @Override
  public void receive(int slot, double now) {
    Sequence s = of(slot, expected);
    expected.remove(s);
    if (underWay) {
      received.add(s);
    } else {
      run(s);
    }
  }

  private void run(Sequence s) {
    s.runs = true;
    running.add(s);
    running.sort(BY_AGE);
  }

  @Override
  public void cancel(int slot, double now) {
    expected.remove(of(slot, expected));
    if (!underWay) {
      readmit();
    }
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
    received.forEach(this::run);
    received.clear();
    readmit();
  }

  private void readmit() {
    while (!preempted.isEmpty() && fits(admittedBlocks(preempted.peek()))) {
      run(preempted.poll());
    }
  }

  private long admittedBlocks(Sequence s) {
    return blocks(s.target) - shared(s);
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
    } else if (onlyPrefills()) {
      running.remove(s);
      s.runs = false;
      held.add(s);
      setup.listener().prefilled(s.slot, now);
    }
  }

  @Override
  public void begin(double now) {
    if (underWay || running.isEmpty()) {
      return;
    }
    decoding = !promptsFirst() || running.stream().allMatch(Sequence::decodes);
    if (decoding && !reserves()) {
      makeRoom();
    }
    if (running.isEmpty()) {
      return;
    }
    underWay = true;
    next = now + (decoding ? mixed() : wholePrompts());
  }

  private void makeRoom() {
    while (present().mapToLong(s -> blocksInThisIteration(s) - shared(s)).sum() > capacityBlocks) {
      Sequence youngest = running.remove(running.size() - 1);
      int lost = youngest.computed - youngest.cached;
      if (lost > 0) {
        setup.counts().preempted(lost);
      }
      youngest.restart();
      preempted.add(youngest);
    }
  }

  private long blocksInThisIteration(Sequence s) {
    return blocks(s.decodes() && s.runs ? s.computed + 1 : s.target);
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
    all.addAll(received);
    return all.stream().sorted(BY_SLOT).mapToInt(s -> s.slot).toArray();
  }

  @Override
  public void clear() {
    running.clear();
    preempted.clear();
    expected.clear();
    received.clear();
    held.clear();
    underWay = false;
    next = Double.POSITIVE_INFINITY;
  }
}
