package situs.simulation;

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

  /** By key: the replica that kept it last. */
  private final Map<Long, Integer> holders = new HashMap<>();

  private long hits;
  private long misses;
  private long cachedTokens;

  PrefixCaches(
      Optional<PrefixCaching> caching, int replicas, long budgetBlocks, Requests requests) {
    this.requests = requests;
    this.caches = new PrefixCache[caching.isEmpty() ? 0 : replicas];
    for (int i = 0; i < caches.length; i++) {
      caches[i] = new PrefixCache(caching.get().lifetimeS(), budgetBlocks);
    }
  }

  /** Whether a request could find a prefix. */
  boolean mayHave(int slot) {
    return requests.sharedTokens[slot] > 0;
  }

  /**
   * The replica that has a request's prefix, if any; the request is made as if it went there.
   *
   * @return -1 when there is none
   */
  int holder(int slot, double now) {
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

  /** It does not go where its prefix is. */
  void forget(int slot) {
    set(slot, 0);
  }

  /** It goes to the replica that has its prefix. */
  void hit(int slot, int replica) {
    caches[replica].read(requests.prefix[slot]);
    hits++;
    cachedTokens += requests.cached(slot);
  }

  /** It goes to a replica that does not. */
  void miss() {
    misses++;
  }

  /** A request has ended: its replica keeps its context, all but the token made last. */
  void ended(int slot, double now) {
    long key = requests.prefix[slot];
    int replica = requests.replica[slot];
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
