package situs.simulation;

import java.util.Arrays;

/**
 * The model calls under way, one slot each, in primitive arrays: no object a request. Fields are
 * written by the engine and read by the replicas.
 */
final class Requests {
  /** The session that called; -1: a client's own request; -2: nobody waits for it any more. */
  int[] session;

  static final int CLIENT = -1;
  static final int ABANDONED = -2;

  /** The demand stream that it came from, for direct requests. */
  int[] stream;

  /** Pool that it was sent to. */
  int[] pool;

  /** Whole context in tokens. */
  int[] prompt;

  int[] output;

  /** Tokens not yet prefilled: of the prompt, and after a preemption of what it had generated. */
  int[] remaining;

  /**
   * What preemption and prefix caches need to know of a request, beside each other: most requests
   * meet neither, and pay for one line of the cache and not for four.
   */
  private int[] history;

  /** What it continues, by a key of its pool's prefix caches; 0: nothing that could be cached. */
  long[] prefix;

  /** The first tokens of its prompt that were also those of what it continues. */
  int[] sharedTokens;

  /** What a trace says of its prompt; of those that no cache could keep, nothing. */
  Prefix[] named;

  /** Replica of the pool that serves it; known where prefixes are cached. */
  int[] replica;

  /** When it was sent, seconds. */
  double[] sent;

  /** When it reached the pool. */
  double[] arrived;

  /** When its service began. */
  double[] started;

  /** When its first token was there. */
  double[] first;

  /** How long the answer travels, seconds. */
  double[] back;

  /** Next in the pool's queue. */
  int[] next;

  /** Whether any pool keeps prefixes. */
  boolean prefixesAreKept;

  /** What it begins with room for: a scenario may have a thousand islands. */
  private static final int FEW = 32;

  private static final int HISTORY = 4;
  private static final int CACHED = 1;
  private static final int SHARED_BLOCKS = 2;
  private static final int ADMISSION = 3;

  private int free = -1;
  private int used;
  private int live;

  Requests() {
    session = new int[FEW];
    stream = new int[FEW];
    pool = new int[FEW];
    prompt = new int[FEW];
    output = new int[FEW];
    remaining = new int[FEW];
    history = new int[FEW * HISTORY];
    prefix = new long[FEW];
    sharedTokens = new int[FEW];
    replica = new int[FEW];
    named = new Prefix[FEW];
    Arrays.fill(named, Prefix.UNKNOWN);
    next = new int[FEW];
    sent = new double[FEW];
    arrived = new double[FEW];
    started = new double[FEW];
    first = new double[FEW];
    back = new double[FEW];
  }

  /** A request reaches its pool: nothing of its life before counts. */
  void begin(int slot) {
    setGenerated(slot, 0);
    setCached(slot, prompt[slot] - remaining[slot]);
    setSharedBlocks(slot, 0);
  }

  /** Output tokens that it had when it was last preempted; they are prefilled like the prompt. */
  int generated(int slot) {
    return history[slot * HISTORY];
  }

  void setGenerated(int slot, int tokens) {
    history[slot * HISTORY] = tokens;
  }

  /** Tokens of the prompt that were found cached, and need no prefill. */
  int cached(int slot) {
    return history[slot * HISTORY + CACHED];
  }

  void setCached(int slot, int tokens) {
    history[slot * HISTORY + CACHED] = tokens;
  }

  /** KV blocks of its prompt that are the prefix cache's, and not its own. */
  int sharedBlocks(int slot) {
    return history[slot * HISTORY + SHARED_BLOCKS];
  }

  void setSharedBlocks(int slot, int blocks) {
    history[slot * HISTORY + SHARED_BLOCKS] = blocks;
  }

  void setAdmission(int slot, int number) {
    history[slot * HISTORY + ADMISSION] = number;
  }

  /**
   * Whether it was admitted after another by the same replica, whose count of them may overflow.
   */
  boolean isYounger(int slot, int than) {
    return history[slot * HISTORY + ADMISSION] - history[than * HISTORY + ADMISSION] > 0;
  }

  int allocate() {
    live++;
    if (free >= 0) {
      int slot = free;
      free = next[slot];
      return slot;
    }
    if (used == session.length) {
      grow();
    }
    return used++;
  }

  void release(int slot) {
    live--;
    session[slot] = ABANDONED;
    if (prefixesAreKept) {
      prefix[slot] = 0;
      sharedTokens[slot] = 0;
      named[slot] = Prefix.UNKNOWN;
    }
    next[slot] = free;
    free = slot;
  }

  /** Nobody waits any more for the calls of a session. */
  void abandon(int gone) {
    for (int slot = 0; slot < used; slot++) {
      if (session[slot] == gone) {
        session[slot] = ABANDONED;
      }
    }
  }

  /** Requests under way. */
  int live() {
    return live;
  }

  private void grow() {
    int length = 2 * used;
    session = Arrays.copyOf(session, length);
    stream = Arrays.copyOf(stream, length);
    pool = Arrays.copyOf(pool, length);
    prompt = Arrays.copyOf(prompt, length);
    output = Arrays.copyOf(output, length);
    remaining = Arrays.copyOf(remaining, length);
    history = Arrays.copyOf(history, length * HISTORY);
    prefix = Arrays.copyOf(prefix, length);
    sharedTokens = Arrays.copyOf(sharedTokens, length);
    replica = Arrays.copyOf(replica, length);
    named = Arrays.copyOf(named, length);
    Arrays.fill(named, used, length, Prefix.UNKNOWN);
    next = Arrays.copyOf(next, length);
    sent = Arrays.copyOf(sent, length);
    arrived = Arrays.copyOf(arrived, length);
    started = Arrays.copyOf(started, length);
    first = Arrays.copyOf(first, length);
    back = Arrays.copyOf(back, length);
  }
}
