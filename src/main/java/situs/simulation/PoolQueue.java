package situs.simulation;

import situs.stats.TimeAverage;

/** Requests that wait at a pool, first come first served. */
final class PoolQueue {
  private static final int NONE = -1;

  private final Requests requests;
  private final TimeAverage waiting = new TimeAverage();
  private int head = NONE;
  private int tail = NONE;
  private int size;

  PoolQueue(Requests requests) {
    this.requests = requests;
  }

  boolean isEmpty() {
    return head == NONE;
  }

  int size() {
    return size;
  }

  /** The first in line. */
  int first() {
    return head;
  }

  void add(int slot, double now) {
    requests.next[slot] = NONE;
    if (tail == NONE) {
      head = slot;
    } else {
      requests.next[tail] = slot;
    }
    tail = slot;
    size++;
    waiting.add(now, 1);
  }

  int remove(double now) {
    int slot = head;
    head = requests.next[slot];
    if (head == NONE) {
      tail = NONE;
    }
    size--;
    waiting.add(now, -1);
    return slot;
  }

  /** Empties it. */
  int[] removeAll(double now) {
    int[] all = new int[size];
    for (int i = 0; i < all.length; i++) {
      all[i] = remove(now);
    }
    return all;
  }

  /** Time average of how many wait. */
  double average(double now) {
    return waiting.average(now);
  }

  void restart(double now) {
    waiting.restart(now);
  }
}
