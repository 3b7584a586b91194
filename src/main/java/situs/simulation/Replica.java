package situs.simulation;

import java.util.Arrays;
import situs.serving.IterationTime;

/**
 * A model server with continuous batching and chunked prefill: in every iteration each decoding
 * sequence advances one token, and what the token budget leaves is filled with prompt chunks in
 * order of admission (Sarathi-Serve, OSDI 2024; the scheduler of vLLM v1).
 *
 * <p>Exact without stepping: while no prompt waits, the batch is constant until the next sequence
 * ends, and n iterations take {@code n*t0 + c*B*n(n-1)/2}. Such a stretch is one event. A newcomer
 * cuts it at the end of the iteration under way. Iterations with prompt chunks are stepped.
 *
 * <p>A sequence's whole context and output are reserved in KV memory before it is admitted, so
 * nothing is ever evicted.
 */
final class Replica {
  /** Told by a replica what happened in it. */
  interface Listener {
    /** A request has ended; its room is free, and the time of its first token is in its slot. */
    void ended(int slot, double now);
  }

  private static final int IDLE = 0;
  private static final int DECODING = 1;
  private static final int MIXED = 2;

  private final IterationTime time;
  private final int maxSequences;
  private final int tokenBudget;
  private final long kvCapacity;
  private final Requests requests;
  private final Listener listener;

  private int sequences;
  private long reserved;

  // Sequences that decode: a heap by the count of iterations at which each ends.
  private int decoding;
  private long kvTokens;
  private long iterations;
  private long[] endsAt = new long[16];
  private int[] endsWho = new int[16];

  // Sequences whose prompt is not done, in order of admission: a ring.
  private int[] prompts = new int[16];
  private int promptHead;
  private int promptCount;

  // What is under way.
  private int mode = IDLE;
  private double began;
  private double firstIterationS;
  private double growthS;
  private long planned;
  private int wholePrompts;
  private int partialTokens;
  private double next = Double.POSITIVE_INFINITY;

  Replica(
      IterationTime time,
      int maxSequences,
      int tokenBudget,
      long kvCapacity,
      Requests requests,
      Listener listener) {
    this.time = time;
    this.maxSequences = maxSequences;
    this.tokenBudget = tokenBudget;
    this.kvCapacity = kvCapacity;
    this.requests = requests;
    this.listener = listener;
  }

  /** When something happens next; infinity when idle. */
  double next() {
    return next;
  }

  /** Sequences admitted and not ended. */
  int sequences() {
    return sequences;
  }

  /**
   * KV tokens reserved; the largest number when no further sequence is taken, whatever its size.
   */
  long load() {
    return sequences >= maxSequences ? Long.MAX_VALUE : reserved;
  }

  boolean hasRoom(long tokens) {
    return sequences < maxSequences && reserved + tokens <= kvCapacity;
  }

  /**
   * Takes a request for which there is room. An idle replica waits for {@link #begin}, so that all
   * who come at one instant share the first iteration.
   */
  void admit(int slot, double now) {
    sequences++;
    reserved += footprint(slot);
    requests.started[slot] = now;
    pushPrompt(slot);
    if (mode == DECODING) {
      cut(now);
    }
  }

  private long footprint(int slot) {
    return (long) requests.prompt[slot] + requests.output[slot];
  }

  /** Ends a stretch of decoding with the iteration that is under way at {@code now}. */
  private void cut(double now) {
    long n = Math.min(planned, iterationsUntil(now - began));
    if (n < planned) {
      planned = n;
      next = began + stretchS(n);
    }
  }

  /** The least n of at least 1 with stretch(n) >= elapsed. */
  private long iterationsUntil(double elapsed) {
    double half = growthS / 2;
    double linear = firstIterationS - half;
    double root = Math.sqrt(linear * linear + 4 * half * elapsed);
    // The stable form of the quadratic's root; off by one at most by rounding.
    double guess = Math.ceil(2 * elapsed / (linear + root));
    long n = guess >= 1 ? (long) guess : 1;
    while (n > 1 && stretchS(n - 1) >= elapsed) {
      n--;
    }
    while (stretchS(n) < elapsed && n < planned) {
      n++;
    }
    return n;
  }

  private double stretchS(long n) {
    return n * firstIterationS + growthS * (0.5 * n * (n - 1));
  }

  /**
   * Does what is due at {@link #next()}; the caller then admits what waits and calls {@link
   * #begin}.
   */
  void finish() {
    double now = next;
    boolean mixed = mode == MIXED;
    mode = IDLE;
    next = Double.POSITIVE_INFINITY;
    if (decoding > 0) {
      iterations += planned;
      kvTokens += planned * decoding;
      endSequences(now);
    }
    if (mixed) {
      advancePrompts(now);
    }
  }

  private void endSequences(double now) {
    while (decoding > 0 && endsAt[0] <= iterations) {
      int slot = endsWho[0];
      popEnd();
      kvTokens -= footprint(slot);
      leave(slot, now);
    }
  }

  private void leave(int slot, double now) {
    sequences--;
    reserved -= footprint(slot);
    listener.ended(slot, now);
  }

  private void advancePrompts(double now) {
    int whole = wholePrompts;
    int partial = partialTokens;
    for (int i = 0; i < whole; i++) {
      int slot = popPrompt();
      requests.remaining[slot] = 0;
      requests.first[slot] = now;
      if (requests.output[slot] <= 1) {
        leave(slot, now);
      } else {
        // The next iteration reads the prompt and the token just made.
        kvTokens += requests.prompt[slot] + 1L;
        pushEnd(iterations + requests.output[slot] - 1, slot);
      }
    }
    if (partial > 0) {
      requests.remaining[prompts[promptHead]] -= partial;
    }
  }

  /** Starts the next iteration or stretch, if it is idle and has work. */
  void begin(double now) {
    if (mode != IDLE || sequences == 0) {
      return;
    }
    began = now;
    if (promptCount == 0) {
      beginDecoding(now);
    } else {
      beginMixed(now);
    }
  }

  private void beginDecoding(double now) {
    mode = DECODING;
    planned = endsAt[0] - iterations;
    firstIterationS = time.decodeS(decoding, kvTokens);
    growthS = time.perKvTokenS() * decoding;
    next = now + stretchS(planned);
  }

  private void beginMixed(double now) {
    mode = MIXED;
    planned = 1;
    int budget = tokenBudget - decoding;
    int taken = 0;
    double attention = 0;
    wholePrompts = 0;
    partialTokens = 0;
    for (int i = 0; i < promptCount && taken < budget; i++) {
      int slot = prompts[(promptHead + i) & (prompts.length - 1)];
      int remaining = requests.remaining[slot];
      int chunk = Math.min(remaining, budget - taken);
      attention += time.chunkS(chunk, requests.prompt[slot] - remaining);
      taken += chunk;
      if (chunk == remaining) {
        wholePrompts++;
      } else {
        partialTokens = chunk;
      }
    }
    next = now + time.baseS(decoding, taken) + time.perKvTokenS() * kvTokens + attention;
  }

  /**
   * Forgets all its work: it has failed. The caller deals with the requests, see {@link #slots}.
   */
  void clear() {
    sequences = 0;
    reserved = 0;
    decoding = 0;
    kvTokens = 0;
    promptCount = 0;
    promptHead = 0;
    mode = IDLE;
    next = Double.POSITIVE_INFINITY;
  }

  /** The requests that it serves. */
  int[] slots() {
    int[] all = new int[decoding + promptCount];
    System.arraycopy(endsWho, 0, all, 0, decoding);
    for (int i = 0; i < promptCount; i++) {
      all[decoding + i] = prompts[(promptHead + i) & (prompts.length - 1)];
    }
    return all;
  }

  private void pushPrompt(int slot) {
    if (promptCount == prompts.length) {
      int[] wider = new int[2 * promptCount];
      for (int i = 0; i < promptCount; i++) {
        wider[i] = prompts[(promptHead + i) & (prompts.length - 1)];
      }
      prompts = wider;
      promptHead = 0;
    }
    prompts[(promptHead + promptCount++) & (prompts.length - 1)] = slot;
  }

  private int popPrompt() {
    int slot = prompts[promptHead];
    promptHead = (promptHead + 1) & (prompts.length - 1);
    promptCount--;
    return slot;
  }

  private void pushEnd(long at, int slot) {
    if (decoding == endsAt.length) {
      endsAt = Arrays.copyOf(endsAt, 2 * decoding);
      endsWho = Arrays.copyOf(endsWho, 2 * decoding);
    }
    int hole = decoding++;
    while (hole > 0) {
      int parent = (hole - 1) >> 1;
      if (!earlier(at, slot, endsAt[parent], endsWho[parent])) {
        break;
      }
      endsAt[hole] = endsAt[parent];
      endsWho[hole] = endsWho[parent];
      hole = parent;
    }
    endsAt[hole] = at;
    endsWho[hole] = slot;
  }

  private void popEnd() {
    decoding--;
    long at = endsAt[decoding];
    int slot = endsWho[decoding];
    int hole = 0;
    while (true) {
      int child = 2 * hole + 1;
      if (child >= decoding) {
        break;
      }
      if (child + 1 < decoding
          && earlier(endsAt[child + 1], endsWho[child + 1], endsAt[child], endsWho[child])) {
        child++;
      }
      if (!earlier(endsAt[child], endsWho[child], at, slot)) {
        break;
      }
      endsAt[hole] = endsAt[child];
      endsWho[hole] = endsWho[child];
      hole = child;
    }
    endsAt[hole] = at;
    endsWho[hole] = slot;
  }

  private static boolean earlier(long atA, int slotA, long atB, int slotB) {
    return atA < atB || atA == atB && slotA < slotB;
  }
}
