package situs.simulation;

import java.util.Arrays;
import situs.model.ModelWorkload.Batching;
import situs.model.ModelWorkload.Scheduler;
import situs.serving.IterationTime;

/**
 * The replica that simulations run on: exact without stepping. While no prompt waits, the batch is
 * constant until the next sequence ends or memory is full, and the time of either has a closed
 * form. Such a stretch is one event. A newcomer cuts it at the end of the iteration under way.
 * Iterations with prompts are stepped, the last of them together with the stretch that follows.
 */
final class JumpingReplica implements Replica {
  private enum Mode {
    IDLE,
    /** A stretch of pure decoding. */
    DECODING,
    /** An iteration with prompts, in which the batch decodes or waits. */
    PROMPTS
  }

  private final IterationTime time;
  private final Batching batching;
  private final boolean promptsFirst;
  private final Requests requests;
  private final Listener listener;
  private final KvCounts counts;
  private final KvBlocks blocks;
  private final DecodeBatch batch;
  private final PromptLine prompts;
  private final Stretch stretch = new Stretch();

  // Sequences that gave up their blocks: a stack, the oldest on top.
  private int[] preempted = new int[4];
  private int preemptedCount;

  private int admissions;
  private long load;

  // What is under way.
  private Mode mode = Mode.IDLE;
  private long planned;
  private double next = Double.POSITIVE_INFINITY;

  JumpingReplica(Setup setup) {
    time = setup.time();
    batching = setup.batching();
    promptsFirst = batching.scheduler() == Scheduler.PREFILL_FIRST;
    requests = setup.requests();
    listener = setup.listener();
    counts = setup.counts();
    blocks = new KvBlocks(batching.memory(), setup.kvTokens());
    batch = new DecodeBatch(requests);
    prompts = new PromptLine(requests, time);
  }

  @Override
  public double next() {
    return next;
  }

  @Override
  public int sequences() {
    return running() + preemptedCount;
  }

  private int running() {
    return batch.size() + prompts.size();
  }

  @Override
  public long kvBlocks(double now) {
    if (!blocks.grow) {
      return blocks.constant();
    }
    long n = mode == Mode.DECODING ? stretch.iterationAt(now, planned) : planned;
    return blocks.constant() + batch.blocksAfter(mode == Mode.IDLE ? 0 : n);
  }

  @Override
  public boolean isShort() {
    return preemptedCount > 0;
  }

  @Override
  public long load() {
    return running() >= batching.maxSequences() || isShort() ? Long.MAX_VALUE : load;
  }

  @Override
  public boolean hasRoom(int slot, double now) {
    return !isShort() && fits(slot, now);
  }

  private boolean fits(int slot, double now) {
    int running = running();
    if (running == 0 || running >= batching.maxSequences()) {
      return running == 0;
    }
    long limit = blocks.forDecodingBeside(blocks.ownAtAdmission(requests, slot));
    if (!blocks.grow) {
      return limit >= 0;
    }
    int lookahead = promptsFirst ? 0 : 1;
    long most = mode == Mode.IDLE ? 0 : planned;
    return batch.mostBlocksAfter(most + lookahead) + prompts.touched() <= limit
        || blocksAfterIteration(now, lookahead) <= limit;
  }

  /** Blocks of what decodes after the iteration under way, and of what is new in it after that. */
  private long blocksAfterIteration(double now, int lookahead) {
    if (mode != Mode.PROMPTS) {
      long n = mode == Mode.IDLE ? 0 : stretch.iterationAt(now, planned);
      return batch.blocksAfter(n + lookahead);
    }
    long growth = 0;
    for (int i = 0; i < prompts.touched() && lookahead > 0; i++) {
      int slot = prompts.slot(i);
      int context = requests.prompt[slot] + requests.generated(slot);
      if (prompts.willBeDone(i) && context % KvBlocks.TOKENS == 0) {
        growth++;
      }
    }
    return batch.blocksAfter(planned + lookahead) + growth;
  }

  @Override
  public void admit(int slot, double now) {
    requests.started[slot] = now;
    requests.setAdmission(slot, admissions++);
    load += footprint(slot);
    join(slot);
    if (mode == Mode.DECODING) {
      cut(now);
    }
  }

  private void join(int slot) {
    blocks.take(blocks.ownAtAdmission(requests, slot));
    prompts.add(slot);
  }

  private long footprint(int slot) {
    return (long) requests.prompt[slot] + requests.output[slot];
  }

  /** Ends a stretch of decoding with the iteration that is under way at {@code now}. */
  private void cut(double now) {
    long n = stretch.iterationAt(now, planned);
    if (n < planned) {
      planned = n;
      next = stretch.end(n);
    }
  }

  @Override
  public void finish() {
    double now = next;
    mode = Mode.IDLE;
    next = Double.POSITIVE_INFINITY;
    batch.advance(planned);
    while (batch.hasEnded()) {
      leave(batch.pop(), now);
    }
    if (prompts.touched() > 0) {
      finishPrompts(now);
    }
    while (isShort() && fits(preempted[preemptedCount - 1], now)) {
      join(preempted[--preemptedCount]);
    }
  }

  private void finishPrompts(double now) {
    int touched = prompts.touched();
    for (int i = 0; i < touched; i++) {
      int slot = prompts.slot(i);
      if (prompts.advance(i, slot)) {
        decode(slot, now);
      }
    }
    prompts.removeDone();
  }

  /** A prompt is done, and with it the sequence's next token is there. */
  private void decode(int slot, double now) {
    int generated = requests.generated(slot);
    int left = requests.output[slot] - generated - 1;
    if (generated == 0) {
      requests.first[slot] = now;
    }
    if (blocks.grow) {
      // The batch counts all its blocks from now on; what is shared stays subtracted here.
      blocks.free(blocks.atAdmission(requests, slot));
    }
    if (left == 0) {
      leave(slot, now);
    } else {
      batch.add(slot, left);
    }
  }

  private void leave(int slot, double now) {
    load -= footprint(slot);
    blocks.free(blocks.grow ? -requests.sharedBlocks(slot) : blocks.ownAtAdmission(requests, slot));
    listener.ended(slot, now);
  }

  @Override
  public void begin(double now) {
    if (mode != Mode.IDLE || running() == 0) {
      return;
    }
    if (prompts.size() == 0) {
      beginDecoding(now, now, makeRoom(batch.untilEnd()));
      return;
    }
    if (promptsFirst) {
      beginPrompts(now);
    } else {
      makeRoom(1);
      beginMixed(now);
    }
    if (isPrivate()) {
      lookAhead(now);
    }
  }

  /**
   * Whether nobody outside sees the iteration with prompts end: no sequence ends with it, none
   * waits for memory, and no prompt is left over.
   */
  private boolean isPrivate() {
    if (isShort()
        || prompts.touched() < prompts.size()
        || batch.size() > 0 && batch.untilEnd() <= planned) {
      return false;
    }
    for (int i = 0; i < prompts.touched(); i++) {
      int slot = prompts.slot(i);
      if (!prompts.willBeDone(i) || requests.output[slot] - requests.generated(slot) <= 1) {
        return false;
      }
    }
    return true;
  }

  /**
   * Goes to the end of the iteration with prompts at once, and plans the stretch after it: one
   * event less. Who comes before its end finds a stretch that has not begun, and cuts it to
   * nothing.
   */
  private void lookAhead(double now) {
    double end = next;
    batch.advance(planned);
    finishPrompts(end);
    beginDecoding(now, end, roomAhead(batch.untilEnd()));
  }

  /** For how many of so many iterations memory suffices without preemption. */
  private long roomAhead(long iterations) {
    long limit = blocks.forDecoding();
    if (!blocks.grow || batch.mostBlocksAfter(iterations) <= limit) {
      return iterations;
    }
    return batch.blocksAfter(1) > limit ? 0 : batch.iterationsWithin(limit);
  }

  /**
   * Preempts the youngest until all that decode have a block for their next token.
   *
   * @return for how many of so many iterations they then have
   */
  private long makeRoom(long iterations) {
    if (!blocks.grow || batch.mostBlocksAfter(iterations) <= blocks.forDecoding()) {
      return iterations;
    }
    while (batch.blocksAfter(1) > blocks.forDecoding()) {
      preemptYoungest();
    }
    return batch.size() == 0 ? iterations : batch.iterationsWithin(blocks.forDecoding());
  }

  private void preemptYoungest() {
    int index = batch.youngest();
    boolean waiting = prompts.size() > 0;
    int last = waiting ? prompts.slot(prompts.size() - 1) : -1;
    if (index < 0 || waiting && requests.isYounger(last, batch.slot(index))) {
      preemptPrompt(prompts.removeLast());
    } else {
      preemptDecoding(index);
    }
  }

  private void preemptPrompt(int slot) {
    int whole = requests.prompt[slot] + requests.generated(slot) - requests.cached(slot);
    int done = whole - requests.remaining[slot];
    if (done > 0) {
      // One that was never begun loses nothing: it only goes back to wait.
      counts.preempted(done);
    }
    blocks.free(blocks.ownAtAdmission(requests, slot));
    preempt(slot);
  }

  private void preemptDecoding(int index) {
    int slot = batch.slot(index);
    requests.setGenerated(slot, requests.output[slot] - batch.left(index));
    batch.remove(index);
    blocks.free(-requests.sharedBlocks(slot));
    // The last token generated has not been computed upon yet.
    counts.preempted(requests.prompt[slot] - requests.cached(slot) + requests.generated(slot) - 1);
    preempt(slot);
  }

  private void preempt(int slot) {
    requests.remaining[slot] =
        requests.prompt[slot] - requests.cached(slot) + requests.generated(slot);
    if (preemptedCount == preempted.length) {
      preempted = Arrays.copyOf(preempted, 2 * preemptedCount);
    }
    preempted[preemptedCount++] = slot;
  }

  private void beginDecoding(double now, double start, long within) {
    mode = Mode.DECODING;
    planned = Math.min(batch.untilEnd(), within);
    int size = batch.size();
    stretch.begin(now, start, time.decodeS(size, batch.readTokens()), time.perKvTokenS() * size);
    next = stretch.end(planned);
  }

  private void beginMixed(double now) {
    mode = Mode.PROMPTS;
    planned = 1;
    double attention = prompts.planChunks(batching.tokenBudget() - batch.size(), batching.chunk());
    next =
        now
            + time.baseS(batch.size(), prompts.chunkTokens())
            + time.perKvTokenS() * batch.readTokens()
            + attention;
  }

  private void beginPrompts(double now) {
    mode = Mode.PROMPTS;
    planned = 0;
    double attention = prompts.planWhole(batching.tokenBudget());
    next = now + time.baseS(0, prompts.chunkTokens()) + attention;
  }

  @Override
  public int[] slots() {
    int[] all = new int[sequences()];
    int n = 0;
    for (int i = 0; i < batch.size(); i++) {
      all[n++] = batch.slot(i);
    }
    for (int i = 0; i < prompts.size(); i++) {
      all[n++] = prompts.slot(i);
    }
    System.arraycopy(preempted, 0, all, n, preemptedCount);
    return all;
  }

  @Override
  public void clear() {
    batch.clear();
    prompts.clear();
    blocks.clear();
    preemptedCount = 0;
    load = 0;
    planned = 0;
    mode = Mode.IDLE;
    next = Double.POSITIVE_INFINITY;
  }
}
