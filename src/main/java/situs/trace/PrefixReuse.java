package situs.trace;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import situs.model.RequestTrace;

/**
 * What a prefix cache that never forgets would find: the blocks at the head of a prompt that were
 * all seen before. Holds a bit for each block (or an entry, where names are large).
 */
final class PrefixReuse {
  private static final int MOST_BITS = 1 << 30;

  private final BitSet small = new BitSet();
  private final Set<Long> large = new HashSet<>();
  private long tokens;
  private long found;
  private long named;

  void add(RequestTrace.Cursor request) {
    tokens += request.promptTokens();
    named += request.blocks();
    int leading = 0;
    while (leading < request.blocks() && seen(request.block(leading))) {
      leading++;
    }
    found += Math.min(request.promptTokens(), (long) leading * request.blockTokens());
    for (int i = leading; i < request.blocks(); i++) {
      remember(request.block(i));
    }
  }

  private boolean seen(long block) {
    return isSmall(block) ? small.get((int) block) : large.contains(block);
  }

  private void remember(long block) {
    if (isSmall(block)) {
      small.set((int) block);
    } else {
      large.add(block);
    }
  }

  private static boolean isSmall(long block) {
    return block >= 0 && block < MOST_BITS;
  }

  /** Blocks named, counted as often as they are. */
  long named() {
    return named;
  }

  /** Share of all prompt tokens that it finds. */
  double share() {
    return (double) found / tokens;
  }
}
