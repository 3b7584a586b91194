package situs.simulation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The prefixes whose KV blocks a replica keeps after the requests that computed them: the least
 * recently used goes first, and each when it has not been used for its lifetime. Whole blocks only,
 * as in vLLM. A prefix that a running request reads stays.
 */
final class PrefixCache {
  private static final int BLOCK = KvBlocks.TOKENS;

  private static final class Prefix {
    long blocks;
    int readers;
    double used;
  }

  private final double lifetimeS;
  private final CacheBudget budget;
  private final Map<Long, Prefix> prefixes = new LinkedHashMap<>(16, 0.75f, true);
  private long heldBlocks;

  PrefixCache(double lifetimeS, CacheBudget budget) {
    this.lifetimeS = lifetimeS;
    this.budget = budget;
  }

  /** How many of the first {@code tokens} tokens under a key are here. */
  int find(long key, int tokens, double now) {
    Prefix prefix = prefixes.get(key);
    return prefix == null || hasExpired(prefix, now)
        ? 0
        : (int) Math.min(prefix.blocks, tokens / BLOCK) * BLOCK;
  }

  private boolean hasExpired(Prefix prefix, double now) {
    return prefix.readers == 0 && now - prefix.used > lifetimeS;
  }

  /** A request begins to read the prefix that it has found. */
  void read(long key) {
    prefixes.get(key).readers++;
  }

  /** It has ended. */
  void release(long key, double now) {
    Prefix prefix = prefixes.get(key);
    prefix.readers--;
    prefix.used = now;
  }

  /**
   * Keeps a context of so many tokens, or what there is room for, in place of what was kept under
   * its key.
   *
   * @return the keys that had to go
   */
  List<Long> keep(long key, long tokens, double now) {
    Prefix old = prefixes.get(key);
    long had = old == null ? 0 : old.blocks;
    long blocks = tokens / BLOCK;
    List<Long> gone = makeRoom(key, blocks - had, now);
    Prefix prefix = prefixes.computeIfAbsent(key, k -> new Prefix());
    prefix.blocks = Math.min(blocks, budget.mostBlocks - (budget.heldBlocks - had));
    prefix.used = now;
    hold(prefix.blocks - had);
    return gone;
  }

  private List<Long> makeRoom(long but, long more, double now) {
    List<Long> gone = new ArrayList<>(0);
    Iterator<Map.Entry<Long, Prefix>> oldest = prefixes.entrySet().iterator();
    while (oldest.hasNext()) {
      Map.Entry<Long, Prefix> next = oldest.next();
      Prefix prefix = next.getValue();
      boolean full = budget.heldBlocks + more > budget.mostBlocks;
      if (!full && !hasExpired(prefix, now)) {
        break;
      }
      if (prefix.readers == 0 && next.getKey() != but) {
        hold(-prefix.blocks);
        gone.add(next.getKey());
        oldest.remove();
      }
    }
    return gone;
  }

  private void hold(long more) {
    heldBlocks += more;
    budget.heldBlocks += more;
  }

  void clear() {
    prefixes.clear();
    hold(-heldBlocks);
  }

  long heldBlocks() {
    return heldBlocks;
  }
}
