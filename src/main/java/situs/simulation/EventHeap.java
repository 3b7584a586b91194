package situs.simulation;

import java.util.Arrays;

/**
 * A 4-ary min-heap of (time, what) in primitive arrays. Ties in time come out in the order in which
 * they went in.
 */
final class EventHeap {
  /** What it begins with room for: a scenario may have a thousand heaps. */
  private static final int FEW = 32;

  private double[] times = new double[FEW];
  private long[] whats = new long[FEW];
  private long[] serials = new long[FEW];
  private int size;
  private long nextSerial;

  /** Time of the first event; infinity when there is none. */
  double firstTime() {
    return size == 0 ? Double.POSITIVE_INFINITY : times[0];
  }

  int size() {
    return size;
  }

  void push(double time, long what) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      whats = Arrays.copyOf(whats, 2 * size);
      serials = Arrays.copyOf(serials, 2 * size);
    }
    long serial = nextSerial++;
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) >> 2;
      // The newcomer has the highest serial: on a tie it stays below.
      if (times[parent] <= time) {
        break;
      }
      move(parent, hole);
      hole = parent;
    }
    put(hole, time, what, serial);
  }

  /** Removes the first event and says what it was. */
  long pop() {
    long first = whats[0];
    size--;
    if (size > 0) {
      sink(times[size], whats[size], serials[size]);
    }
    return first;
  }

  private void sink(double time, long what, long serial) {
    int hole = 0;
    while (true) {
      int child = 4 * hole + 1;
      if (child >= size) {
        break;
      }
      int best = child;
      int end = Math.min(child + 4, size);
      for (int other = child + 1; other < end; other++) {
        if (before(times[other], serials[other], times[best], serials[best])) {
          best = other;
        }
      }
      if (before(time, serial, times[best], serials[best])) {
        break;
      }
      move(best, hole);
      hole = best;
    }
    put(hole, time, what, serial);
  }

  private static boolean before(double timeA, long serialA, double timeB, long serialB) {
    return timeA < timeB || timeA == timeB && serialA < serialB;
  }

  private void move(int from, int to) {
    times[to] = times[from];
    whats[to] = whats[from];
    serials[to] = serials[from];
  }

  private void put(int at, double time, long what, long serial) {
    times[at] = time;
    whats[at] = what;
    serials[at] = serial;
  }
}
