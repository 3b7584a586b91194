package situs.simulation;

import java.util.Arrays;

/** Agent sessions that live, one slot each, in primitive arrays. */
final class Sessions {
  /** Random state: a session draws the same whatever the placement. */
  long[] random;

  /** Demand stream that it came from. */
  int[] stream;

  /** Runtime pool that it is pinned to. */
  int[] runtime;

  /** Instance of that pool that it has its place on. */
  int[] instance;

  /** Why it is there. */
  Why[] why;

  /** Pool of its last model call; -1 before the first. */
  int[] lastModel;

  /** Pool that it keeps to; -1 before the first call. */
  int[] preferredModel;

  /** Calls in a row that found no pool. */
  int[] retries;

  int[] turnsLeft;
  int[] stepsLeft;

  /** Tokens of context at the start, to which a full context is compacted. */
  int[] startContext;

  /** Tokens of context before the next call's own. */
  int[] context;

  /** Tokens of context that the last model pool has seen; 0: none. */
  int[] seen;

  /** Tokens that the call under way, or to be retried, adds and generates. */
  int[] append;

  int[] output;

  /** Tokens that the user wrote in this turn. */
  int[] asked;

  double[] born;
  double[] turnStart;
  double[] stepStart;

  /** Counts up when a slot changes hands or its plans are void, so that old events are known. */
  int[] epoch;

  /** Whether the slot is in use. */
  boolean[] live;

  private int[] nextFree;
  private int free = -1;
  private int used;

  Sessions() {
    int n = 64;
    random = new long[n];
    stream = new int[n];
    runtime = new int[n];
    why = new Why[n];
    instance = new int[n];
    lastModel = new int[n];
    preferredModel = new int[n];
    retries = new int[n];
    turnsLeft = new int[n];
    stepsLeft = new int[n];
    startContext = new int[n];
    context = new int[n];
    seen = new int[n];
    append = new int[n];
    output = new int[n];
    asked = new int[n];
    born = new double[n];
    turnStart = new double[n];
    stepStart = new double[n];
    epoch = new int[n];
    live = new boolean[n];
    nextFree = new int[n];
  }

  int allocate() {
    int slot;
    if (free >= 0) {
      slot = free;
      free = nextFree[slot];
    } else {
      if (used == random.length) {
        grow();
      }
      slot = used++;
    }
    live[slot] = true;
    return slot;
  }

  void release(int slot) {
    live[slot] = false;
    // Kept small enough for an event's bits.
    epoch[slot] = (epoch[slot] + 1) & 0xffffff;
    nextFree[slot] = free;
    free = slot;
  }

  /** Slots ever used: 0 to this, exclusive. */
  int slots() {
    return used;
  }

  private void grow() {
    int n = 2 * used;
    random = Arrays.copyOf(random, n);
    stream = Arrays.copyOf(stream, n);
    runtime = Arrays.copyOf(runtime, n);
    why = Arrays.copyOf(why, n);
    instance = Arrays.copyOf(instance, n);
    lastModel = Arrays.copyOf(lastModel, n);
    preferredModel = Arrays.copyOf(preferredModel, n);
    retries = Arrays.copyOf(retries, n);
    turnsLeft = Arrays.copyOf(turnsLeft, n);
    stepsLeft = Arrays.copyOf(stepsLeft, n);
    startContext = Arrays.copyOf(startContext, n);
    context = Arrays.copyOf(context, n);
    seen = Arrays.copyOf(seen, n);
    append = Arrays.copyOf(append, n);
    output = Arrays.copyOf(output, n);
    asked = Arrays.copyOf(asked, n);
    born = Arrays.copyOf(born, n);
    turnStart = Arrays.copyOf(turnStart, n);
    stepStart = Arrays.copyOf(stepStart, n);
    epoch = Arrays.copyOf(epoch, n);
    live = Arrays.copyOf(live, n);
    nextFree = Arrays.copyOf(nextFree, n);
  }
}
