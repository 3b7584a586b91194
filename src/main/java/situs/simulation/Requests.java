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

  /** Tokens of the prompt that were found cached, and need no prefill. */
  int[] cached;

  /** Output tokens that it had when it was last preempted; they are prefilled like the prompt. */
  int[] generated;

  /** Its number among the admissions of its replica: the highest is the youngest. */
  long[] admission;

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

  private int free = -1;
  private int used;
  private int live;

  Requests() {
    session = new int[256];
    stream = new int[256];
    pool = new int[256];
    prompt = new int[256];
    output = new int[256];
    remaining = new int[256];
    cached = new int[256];
    generated = new int[256];
    admission = new long[256];
    next = new int[256];
    sent = new double[256];
    arrived = new double[256];
    started = new double[256];
    first = new double[256];
    back = new double[256];
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
    cached = Arrays.copyOf(cached, length);
    generated = Arrays.copyOf(generated, length);
    admission = Arrays.copyOf(admission, length);
    next = Arrays.copyOf(next, length);
    sent = Arrays.copyOf(sent, length);
    arrived = Arrays.copyOf(arrived, length);
    started = Arrays.copyOf(started, length);
    first = Arrays.copyOf(first, length);
    back = Arrays.copyOf(back, length);
  }
}
