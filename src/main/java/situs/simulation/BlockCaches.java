package situs.simulation;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which replicas of a pool keep which blocks of prompts that a trace names. */
final class BlockCaches {
  private static final int NOWHERE = -1;

  /**
   * A request goes where most of its prompt is, if that is half of it at the least; otherwise to
   * the least loaded (the rule and the default of SGLang's cache-aware router).
   */
  private static final double WORTH_A_WAY = 0.5;

  private final BlockCache[] caches;

  /** By block: the replicas that keep it. */
  private final Map<Long, BitSet> holders = new HashMap<>();

  BlockCaches(double lifetimeS, CacheBudget[] budgets) {
    this.caches = new BlockCache[budgets.length];
    for (int i = 0; i < caches.length; i++) {
      caches[i] = new BlockCache(lifetimeS, budgets[i]);
    }
  }

  /** Whole blocks of a prompt. */
  private static int whole(Prefix prompt, int promptTokens) {
    return Math.min(prompt.blocks().length, promptTokens / prompt.blockTokens());
  }

  /** The replica that keeps most of a prompt, if that is worth the way; otherwise -1. */
  int holder(Prefix prompt, int promptTokens, double now) {
    BitSet left = holders.getOrDefault(first(prompt), new BitSet());
    int best = NOWHERE;
    int most = 0;
    for (int r = left.nextSetBit(0); r >= 0; r = left.nextSetBit(r + 1)) {
      int found = caches[r].found(prompt.blocks(), whole(prompt, promptTokens), now);
      if (found > most) {
        most = found;
        best = r;
      }
    }
    return most * (double) prompt.blockTokens() >= WORTH_A_WAY * promptTokens ? best : NOWHERE;
  }

  private static long first(Prefix prompt) {
    return prompt.blocks()[0];
  }

  /** Tokens of a prompt that a replica keeps, from the first on. */
  int found(Prefix prompt, int promptTokens, int replica, double now) {
    int whole = whole(prompt, promptTokens);
    return caches[replica].found(prompt.blocks(), whole, now) * prompt.blockTokens();
  }

  void read(Prefix prompt, int tokens, int replica) {
    caches[replica].read(prompt.blocks(), blocks(prompt, tokens));
  }

  /** All blocks that so many tokens lie in. */
  private static int blocks(Prefix prompt, int tokens) {
    return (tokens + prompt.blockTokens() - 1) / prompt.blockTokens();
  }

  /** A request has ended that read so many tokens; its replica keeps its whole prompt. */
  void ended(Prefix prompt, int promptTokens, int readTokens, int replica, double now) {
    caches[replica].release(prompt.blocks(), blocks(prompt, readTokens));
    caches[replica].keep(
        prompt.blocks(),
        whole(prompt, promptTokens),
        prompt.blockTokens() / KvBlocks.TOKENS,
        now,
        block -> holders.computeIfAbsent(block, b -> new BitSet()).set(replica),
        block -> forget(block, replica));
  }

  private void forget(long block, int replica) {
    BitSet at = holders.get(block);
    at.clear(replica);
    if (at.isEmpty()) {
      holders.remove(block);
    }
  }

  /** A replica has failed. */
  void clear(int replica) {
    caches[replica].clear();
    holders.values().forEach(at -> at.clear(replica));
    holders.values().removeIf(BitSet::isEmpty);
  }
}
