package situs.simulation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import situs.model.ModelWorkload.PrefixCaching;

/**
 * The prefix caches of a pool's replicas. A request is known by the key of what it continues (a
 * session, a conversation of a trace) and the tokens that it shares with what came before; where
 * its replica still has them, they need no prefill and take no memory of its own.
 */
final class PrefixCaches {
  private static final int NOWHERE = -1;

  private final Requests requests;
  private final PrefixCache[] caches;
  private final BlockCaches blocks;

  /** By key: the replica that kept it last. */
  private final Map<Long, Integer> holders = new HashMap<>();

  private long hits;
  private long misses;
  private long cachedTokens;

  PrefixCaches(
      Optional<PrefixCaching> caching, int replicas, long budgetBlocks, Requests requests) {
    this.requests = requests;
    double lifetimeS = caching.map(PrefixCaching::lifetimeS).orElse(0.0);
    CacheBudget[] budgets = new CacheBudget[caching.isEmpty() ? 0 : replicas];
    Arrays.setAll(budgets, i -> new CacheBudget(budgetBlocks));
    this.caches = new PrefixCache[budgets.length];
    Arrays.setAll(caches, i -> new PrefixCache(lifetimeS, budgets[i]));
    this.blocks = new BlockCaches(lifetimeS, budgets);
  }

  /** Whether a request could find a prefix. */
  boolean mayHave(int slot) {
    return requests.sharedTokens[slot] > 0 || requests.named[slot].isKnown();
  }

  /** Whether what a request leaves is worth keeping. */
  boolean knows(int slot) {
    return requests.prefix[slot] != 0 || requests.named[slot].isKnown();
  }

  /**
   * The replica that has a request's prefix, if any; the request is made as if it went there.
   *
   * @return -1 when there is none
   */
  int holder(int slot, double now) {
    if (requests.named[slot].isKnown()) {
      int holder = blocks.holder(requests.named[slot], requests.prompt[slot], now);
      if (holder != NOWHERE) {
        comesTo(slot, holder, now);
      }
      return holder;
    }
    int holder = holders.getOrDefault(requests.prefix[slot], NOWHERE);
    if (holder == NOWHERE) {
      return NOWHERE;
    }
    int most = Math.min(requests.sharedTokens[slot], requests.prompt[slot] - 1);
    int found = caches[holder].find(requests.prefix[slot], most, now);
    set(slot, found);
    return found == 0 ? NOWHERE : holder;
  }

  private void set(int slot, int found) {
    requests.setCached(slot, found);
    requests.setSharedBlocks(slot, found / KvBlocks.TOKENS);
    requests.remaining[slot] = requests.prompt[slot] - found;
  }

  /** It does not go where its prefix is, but to a replica that may have some of it. */
  void comesTo(int slot, int replica, double now) {
    Prefix named = requests.named[slot];
    int found = named.isKnown() ? blocks.found(named, requests.prompt[slot], replica, now) : 0;
    int most = Math.min(found, requests.prompt[slot] - 1);
    set(slot, most / KvBlocks.TOKENS * KvBlocks.TOKENS);
  }

  /** It is admitted to a replica, with what it was found to have there. */
  void admitted(int slot, int replica) {
    if (requests.cached(slot) == 0) {
      misses++;
      return;
    }
    hits++;
    cachedTokens += requests.cached(slot);
    if (requests.named[slot].isKnown()) {
      blocks.read(requests.named[slot], requests.cached(slot), replica);
    } else {
      caches[replica].read(requests.prefix[slot]);
    }
  }

  /** A request has ended: its replica keeps its context, all but the token made last. */
  void ended(int slot, double now) {
    long key = requests.prefix[slot];
    int replica = requests.replica[slot];
    if (requests.named[slot].isKnown()) {
      int read = requests.sharedBlocks(slot) * KvBlocks.TOKENS;
      blocks.ended(requests.named[slot], requests.prompt[slot], read, replica, now);
      return;
    }
    if (requests.sharedBlocks(slot) > 0) {
      caches[replica].release(key, now);
    }
    long context = (long) requests.prompt[slot] + requests.output[slot] - 1;
    for (long gone : caches[replica].keep(key, context, now)) {
      holders.remove(gone, replica);
    }
    holders.put(key, replica);
  }

  /** A replica has failed. */
  void clear(int replica) {
    caches[replica].clear();
    blocks.clear(replica);
    holders.values().removeIf(holder -> holder == replica);
  }

  void restart() {
    hits = 0;
    misses = 0;
    cachedTokens = 0;
  }

  PrefixUse use() {
    return new PrefixUse(hits, misses, cachedTokens);
  }
}
