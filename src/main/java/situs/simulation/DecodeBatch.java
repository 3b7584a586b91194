package situs.simulation;

import java.util.Arrays;

/**
 * The sequences of a replica that decode. All advance one token an iteration, so each is known by
 * the count of iterations at which it ends (a heap), and all contexts together by one sum.
 *
 * <p>A sequence takes a new block when its tokens fill the last: every 16 iterations. Counting the
 * sequences by the iteration, modulo 16, at which they do tells the blocks of all after any number
 * of iterations, and so when memory will be full, without a look at any of them.
 */
final class DecodeBatch {
  private static final int BLOCK = KvBlocks.TOKENS;
  private static final int PHASE = BLOCK - 1;

  /** 134 million requests under way, and 69 billion iterations: ten years of them at 5 ms. */
  private static final int SLOT_BITS = 27;

  private static final long SLOT = (1L << SLOT_BITS) - 1;

  private final Requests requests;
  private final int[] crossings = new int[BLOCK];
  private int size;
  private long readTokens;
  private long iterations;

  /** A heap: the count at which a sequence ends, and in the low bits its slot. */
  private long[] entries = new long[16];

  DecodeBatch(Requests requests) {
    this.requests = requests;
  }

  int size() {
    return size;
  }

  int slot(int index) {
    return (int) (entries[index] & SLOT);
  }

  /** Tokens that the next iteration reads: all contexts, and the token that each adds. */
  long readTokens() {
    return readTokens;
  }

  /** Iterations until the next sequence ends. */
  long untilEnd() {
    return end(0) - iterations;
  }

  boolean hasEnded() {
    return size > 0 && end(0) <= iterations;
  }

  /** Goes on by so many iterations. */
  void advance(long n) {
    iterations += n;
    readTokens += n * size;
  }

  /** A sequence with so many tokens still to be generated. */
  void add(int slot, int left) {
    long at = iterations + left;
    readTokens += footprint(slot) - left;
    crossings[phase(at, slot)]++;
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, 2 * size);
    }
    rise(size++, at << SLOT_BITS | slot);
  }

  /** Takes out the sequence that ends first. */
  int pop() {
    int slot = slot(0);
    remove(0);
    return slot;
  }

  private long end(int index) {
    return entries[index] >>> SLOT_BITS;
  }

  /** Tokens that a sequence has still to generate. */
  int left(int index) {
    return (int) (end(index) - iterations);
  }

  void remove(int index) {
    int slot = slot(index);
    long at = end(index);
    readTokens -= footprint(slot) - (at - iterations);
    crossings[phase(at, slot)]--;
    size--;
    if (index < size) {
      rise(sunk(index), entries[size]);
    }
  }

  /** The last admitted; -1 when there is none. Looks at each: preemption is rare. */
  int youngest() {
    int youngest = -1;
    for (int i = 0; i < size; i++) {
      if (youngest < 0 || requests.isYounger(slot(i), slot(youngest))) {
        youngest = i;
      }
    }
    return youngest;
  }

  /** Blocks that they hold after n iterations, ends disregarded. */
  long blocksAfter(long n) {
    long contexts = readTokens + (n - 1) * size;
    long padding = 0;
    for (int phase = 0; phase < BLOCK; phase++) {
      padding += (long) crossings[phase] * ((phase - (iterations + n)) & PHASE);
    }
    return (contexts + padding) / BLOCK;
  }

  /** An upper bound of {@link #blocksAfter} that costs nothing. */
  long mostBlocksAfter(long n) {
    return (readTokens + (n - 1 + PHASE) * size) / BLOCK;
  }

  /**
   * The most iterations after which they hold no more than {@code limit} blocks, which they keep.
   */
  long iterationsWithin(long limit) {
    // Every 16 iterations each sequence takes one block.
    long free = limit - blocksAfter(0);
    long n = free / size * BLOCK;
    free %= size;
    while (crossings[(int) (iterations + n) & PHASE] <= free) {
      free -= crossings[(int) (iterations + n++) & PHASE];
    }
    return n;
  }

  void clear() {
    size = 0;
    readTokens = 0;
    Arrays.fill(crossings, 0);
  }

  private long footprint(int slot) {
    return (long) requests.prompt[slot] + requests.output[slot];
  }

  /** The count of iterations, modulo 16, before which its context fills its last block. */
  private int phase(long at, int slot) {
    // When it ends it holds all but its last token, and it fills a block whenever the tokens that
    // are missing then are a multiple of 16 away.
    return (int) (at + 1 - footprint(slot)) & PHASE;
  }

  /** Moves the hole at {@code index} down to a leaf: what fills it mostly belongs there. */
  private int sunk(int index) {
    int hole = index;
    int child = 2 * hole + 1;
    while (child < size) {
      if (child + 1 < size && entries[child + 1] < entries[child]) {
        child++;
      }
      entries[hole] = entries[child];
      hole = child;
      child = 2 * hole + 1;
    }
    return hole;
  }

  private void rise(int from, long entry) {
    int hole = from;
    while (hole > 0) {
      int parent = (hole - 1) >> 1;
      if (entries[parent] <= entry) {
        break;
      }
      entries[hole] = entries[parent];
      hole = parent;
    }
    entries[hole] = entry;
  }
}
