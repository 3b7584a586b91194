package situs.simulation;

/**
 * A binary min-heap of the numbers 0 to n - 1, each with a key that may be changed at will;
 * infinity is off. Ties come out in the order of the numbers.
 */
final class IndexedHeap {
  private final double[] keys;
  private final int[] heap;
  private final int[] places;

  IndexedHeap(int entries) {
    keys = new double[entries];
    heap = new int[entries];
    places = new int[entries];
    for (int i = 0; i < entries; i++) {
      keys[i] = Double.POSITIVE_INFINITY;
      heap[i] = i;
      places[i] = i;
    }
  }

  /** The least key; infinity when all are off. */
  double firstKey() {
    return heap.length == 0 ? Double.POSITIVE_INFINITY : keys[heap[0]];
  }

  int first() {
    return heap[0];
  }

  void set(int entry, double key) {
    double old = keys[entry];
    if (key == old) {
      return;
    }
    keys[entry] = key;
    if (key < old) {
      rise(places[entry], entry);
    } else {
      sink(places[entry], entry);
    }
  }

  private boolean before(int a, int b) {
    return keys[a] < keys[b] || keys[a] == keys[b] && a < b;
  }

  private void rise(int from, int entry) {
    int hole = from;
    while (hole > 0) {
      int parent = (hole - 1) >> 1;
      if (!before(entry, heap[parent])) {
        break;
      }
      put(hole, heap[parent]);
      hole = parent;
    }
    put(hole, entry);
  }

  private void sink(int from, int entry) {
    int hole = from;
    while (true) {
      int child = 2 * hole + 1;
      if (child >= heap.length) {
        break;
      }
      if (child + 1 < heap.length && before(heap[child + 1], heap[child])) {
        child++;
      }
      if (!before(heap[child], entry)) {
        break;
      }
      put(hole, heap[child]);
      hole = child;
    }
    put(hole, entry);
  }

  private void put(int place, int entry) {
    heap[place] = entry;
    places[entry] = place;
  }
}
