package situs.simulation;

import java.util.Arrays;
import situs.serving.IterationTime;

/**
 * The sequences of a replica whose prompt is not done, in order of admission, and what the
 * iteration under way does for the first of them. A ring.
 */
final class PromptLine {
  private static final int DONE = 0;

  private final Requests requests;
  private final IterationTime time;
  private int[] slots = new int[16];
  private int[] chunks = new int[16];
  private int head;
  private int size;
  private int touched;
  private int chunkTokens;

  PromptLine(Requests requests, IterationTime time) {
    this.requests = requests;
    this.time = time;
  }

  int size() {
    return size;
  }

  int slot(int index) {
    return slots[(head + index) & (slots.length - 1)];
  }

  /** How many of the first take part in the iteration under way. */
  int touched() {
    return touched;
  }

  /** Prompt tokens of the iteration that was planned last. */
  int chunkTokens() {
    return chunkTokens;
  }

  void add(int slot) {
    if (size == slots.length) {
      grow();
    }
    slots[(head + size++) & (slots.length - 1)] = slot;
  }

  private void grow() {
    int[] wider = new int[2 * size];
    for (int i = 0; i < size; i++) {
      wider[i] = slot(i);
    }
    slots = wider;
    chunks = Arrays.copyOf(chunks, 2 * size);
    head = 0;
  }

  /** Takes out the youngest. */
  int removeLast() {
    return slots[(head + --size) & (slots.length - 1)];
  }

  /** Plans chunks within a budget, the first first; answers the seconds of their attention. */
  double planChunks(int budget, int chunk) {
    int n = 0;
    int taken = 0;
    double attention = 0;
    while (n < size && taken < budget) {
      int slot = slot(n);
      int remaining = requests.remaining[slot];
      int tokens = Math.min(remaining, Math.min(chunk, budget - taken));
      chunks[n++] = tokens;
      taken += tokens;
      attention += time.chunkS(tokens, context(slot) - remaining);
    }
    touched = n;
    chunkTokens = taken;
    return attention;
  }

  /** Plans whole prompts within a budget, and at least one. */
  double planWhole(int budget) {
    int n = 0;
    int taken = 0;
    double attention = 0;
    while (n < size && (n == 0 || taken + requests.remaining[slot(n)] <= budget)) {
      int slot = slot(n);
      int remaining = requests.remaining[slot];
      chunks[n++] = remaining;
      taken += remaining;
      attention += time.chunkS(remaining, context(slot) - remaining);
    }
    touched = n;
    chunkTokens = taken;
    return attention;
  }

  /** Tokens that it has when its prefill is done. */
  private int context(int slot) {
    return requests.prompt[slot] + requests.generated(slot);
  }

  /** Does a planned chunk; whether the prompt is done with it. */
  boolean advance(int index, int slot) {
    int remaining = requests.remaining[slot] - chunks[index];
    requests.remaining[slot] = remaining;
    if (remaining > 0) {
      return false;
    }
    chunks[index] = DONE;
    return true;
  }

  /** Whether a prompt will be done when the iteration under way is over. */
  boolean willBeDone(int index) {
    return chunks[index] == requests.remaining[slot(index)];
  }

  /** Takes out those that are done. */
  void removeDone() {
    int keep = touched;
    for (int i = touched - 1; i >= 0; i--) {
      if (chunks[i] != DONE) {
        slots[(head + --keep) & (slots.length - 1)] = slot(i);
      }
    }
    head = (head + keep) & (slots.length - 1);
    size -= keep;
    touched = 0;
  }

  void clear() {
    head = 0;
    size = 0;
    touched = 0;
  }
}
