package situs.simulation;

/**
 * The least of the keys of the numbers 0 to n - 1, each of which may be changed at will; infinity
 * is off. Ties come out in the order of the numbers. A tournament (Knuth, The Art of Computer
 * Programming 3, 5.4.1): each node holds the winner of the two below it, and a change replays one
 * path, without the unpredictable branches of a heap.
 *
 * <p>Keys are 0 or more, so that their bits compare as they do.
 */
final class TournamentTree {
  private static final long OFF = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);

  /**
   * By node, beside each other: bits of the winner's key, and the winner. Node 1 is the root, the
   * leaves begin at {@link #leaves}.
   */
  private final long[] nodes;

  private final int leaves;

  TournamentTree(int size) {
    leaves = size <= 1 ? 1 : Integer.highestOneBit(size - 1) << 1;
    nodes = new long[4 * leaves];
    for (int node = 2 * leaves - 1; node >= 1; node--) {
      nodes[2 * node] = OFF;
      nodes[2 * node + 1] = node >= leaves ? node - leaves : nodes[4 * node + 1];
    }
  }

  /** The least key; infinity when all are off. */
  double firstKey() {
    return Double.longBitsToDouble(nodes[2]);
  }

  int first() {
    return (int) nodes[3];
  }

  void set(int entry, double key) {
    int node = leaves + entry;
    long least = Double.doubleToRawLongBits(key);
    long winner = entry;
    nodes[2 * node] = least;
    while (node > 1) {
      int rival = node ^ 1;
      long rivalKey = nodes[2 * rival];
      long rivalWinner = nodes[2 * rival + 1];
      // Of two equals the left one wins.
      boolean loses = rivalKey - (rival & 1 ^ 1) < least;
      least = loses ? rivalKey : least;
      winner = loses ? rivalWinner : winner;
      node >>= 1;
      if (nodes[2 * node] == least && nodes[2 * node + 1] == winner) {
        return;
      }
      nodes[2 * node] = least;
      nodes[2 * node + 1] = winner;
    }
  }
}
