package situs.simulation;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The KV caches on their way to a replica, in the order in which they will be there. A ring. */
final class Incoming {
  private int[] slots = new int[8];
  private double[] ends = new double[8];
  private int head;
  private int size;

  /** When the first is there; infinity when there is none. */
  double next() {
    return size == 0 ? Double.POSITIVE_INFINITY : ends[head];
  }

  /** One more, that is there later than all others. */
  void add(int slot, double end) {
    if (size == slots.length) {
      grow();
    }
    int at = at(size++);
    slots[at] = slot;
    ends[at] = end;
  }

  private void grow() {
    int[] widerSlots = new int[2 * size];
    double[] widerEnds = new double[2 * size];
    for (int i = 0; i < size; i++) {
      widerSlots[i] = slots[at(i)];
      widerEnds[i] = ends[at(i)];
    }
    slots = widerSlots;
    ends = widerEnds;
    head = 0;
  }

  private int at(int index) {
    return (head + index) & (slots.length - 1);
  }

  /** Takes out the first. */
  int remove() {
    int slot = slots[head];
    head = at(1);
    size--;
    return slot;
  }

  /** Takes out some, in order. */
  int[] removeIf(IntPredicate gone) {
    int[] removed = new int[size];
    int count = 0;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int from = at(i);
      if (gone.test(slots[from])) {
        removed[count++] = slots[from];
      } else {
        int to = at(kept++);
        slots[to] = slots[from];
        ends[to] = ends[from];
      }
    }
    size = kept;
    return Arrays.copyOf(removed, count);
  }
}
