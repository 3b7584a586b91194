package situs.simulation;

/**
 * A 4-ary min-heap of the numbers 0 to n - 1, each with a key that may be changed at will; infinity
 * is off. Ties come out in the order of the numbers. Keys lie in heap order, so that a comparison
 * touches one array.
 */
final class IndexedHeap {
  private final double[] keys;
  private final int[] entries;
  private final int[] places;

  IndexedHeap(int size) {
    keys = new double[size];
    entries = new int[size];
    places = new int[size];
    for (int i = 0; i < size; i++) {
      keys[i] = Double.POSITIVE_INFINITY;
      entries[i] = i;
      places[i] = i;
    }
  }

  /** The least key; infinity when all are off. */
  double firstKey() {
    return keys.length == 0 ? Double.POSITIVE_INFINITY : keys[0];
  }

  int first() {
    return entries[0];
  }

  void set(int entry, double key) {
    int place = places[entry];
    double old = keys[place];
    if (key < old) {
      rise(place, entry, key);
    } else if (key > old) {
      sink(place, entry, key);
    }
  }

  private void rise(int from, int entry, double key) {
    int hole = from;
    while (hole > 0) {
      int parent = (hole - 1) >> 2;
      double above = keys[parent];
      if (above < key || above == key && entries[parent] < entry) {
        break;
      }
      put(hole, entries[parent], above);
      hole = parent;
    }
    put(hole, entry, key);
  }

  private void sink(int from, int entry, double key) {
    int hole = from;
    int size = keys.length;
    while (true) {
      int child = 4 * hole + 1;
      if (child >= size) {
        break;
      }
      int best = child;
      double least = keys[child];
      int end = Math.min(child + 4, size);
      for (int other = child + 1; other < end; other++) {
        double candidate = keys[other];
        if (candidate < least || candidate == least && entries[other] < entries[best]) {
          best = other;
          least = candidate;
        }
      }
      if (key < least || key == least && entry < entries[best]) {
        break;
      }
      put(hole, entries[best], least);
      hole = best;
    }
    put(hole, entry, key);
  }

  private void put(int place, int entry, double key) {
    keys[place] = key;
    entries[place] = entry;
    places[entry] = place;
  }
}
