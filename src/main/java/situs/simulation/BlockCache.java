package situs.simulation;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Blocks of prompts, known by the names that a trace gives them, which a replica keeps after the
 * requests that computed them: the least recently used goes first, of a prompt the last before the
 * first, and each when it has not been used for its lifetime. What a running request reads stays.
 */
final class BlockCache {

  private static final class Block {
    int readers;
    double used;
  }

  private final double lifetimeS;
  private final CacheBudget budget;

  /** In the order of last use. */
  private final Map<Long, Block> blocks = new LinkedHashMap<>();

  private long kvBlocksEach;

  BlockCache(double lifetimeS, CacheBudget budget) {
    this.lifetimeS = lifetimeS;
    this.budget = budget;
  }

  /** How many of the first {@code most} names are here, without a gap. */
  int found(long[] names, int most, double now) {
    int found = 0;
    while (found < most && has(names[found], now)) {
      found++;
    }
    return found;
  }

  private boolean has(long name, double now) {
    Block block = blocks.get(name);
    return block != null && (block.readers > 0 || now - block.used <= lifetimeS);
  }

  /** A request begins to read the first {@code number} blocks, which are here. */
  void read(long[] names, int number) {
    for (int i = 0; i < number; i++) {
      blocks.get(names[i]).readers++;
    }
  }

  /** It has ended. */
  void release(long[] names, int number) {
    for (int i = 0; i < number; i++) {
      blocks.get(names[i]).readers--;
    }
  }

  /**
   * Keeps the first {@code number} blocks, or as many as there is room for.
   *
   * @param kvBlocks that one of them takes
   * @param come told of those that are new here
   * @param gone told of those that had to go
   */
  void keep(
      long[] names, int number, long kvBlocks, double now, LongConsumer come, LongConsumer gone) {
    kvBlocksEach = kvBlocks;
    int kept = 0;
    while (kept < number && (blocks.containsKey(names[kept]) || makeRoom(names, kept, now, gone))) {
      if (!blocks.containsKey(names[kept])) {
        blocks.put(names[kept], new Block());
        budget.heldBlocks += kvBlocks;
        come.accept(names[kept]);
      }
      touch(names[kept], now);
      kept++;
    }
    for (int i = kept - 1; i >= 0; i--) {
      touch(names[i], now);
    }
  }

  private void touch(long name, double now) {
    Block block = blocks.remove(name);
    block.used = now;
    blocks.put(name, block);
  }

  /** Room for one more, at the cost of none of the prompt's own. */
  private boolean makeRoom(long[] names, int own, double now, LongConsumer gone) {
    Iterator<Map.Entry<Long, Block>> oldest = blocks.entrySet().iterator();
    while (oldest.hasNext()) {
      Map.Entry<Long, Block> next = oldest.next();
      Block block = next.getValue();
      boolean full = budget.heldBlocks + kvBlocksEach > budget.mostBlocks;
      // Those of the prompt were just used, and stand last.
      boolean isOwn = block.used == now && isAmong(names, own, next.getKey());
      if (isOwn || !full && now - block.used <= lifetimeS) {
        break;
      }
      if (block.readers == 0) {
        oldest.remove();
        budget.heldBlocks -= kvBlocksEach;
        gone.accept(next.getKey());
      }
    }
    return budget.heldBlocks + kvBlocksEach <= budget.mostBlocks;
  }

  private static boolean isAmong(long[] names, int number, long name) {
    for (int i = 0; i < number; i++) {
      if (names[i] == name) {
        return true;
      }
    }
    return false;
  }

  void clear() {
    budget.heldBlocks -= kvBlocksEach * blocks.size();
    blocks.clear();
  }
}
