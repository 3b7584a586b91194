package situs.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import situs.model.Cause;
import situs.model.RoutingRule;
import situs.stats.RandomStream;

/** Picks a pool at run time, by the placement's rule, and says why that one. */
final class Router {
  private final RoutingRule rule;
  private final Pool[] pools;
  private final int[] watchedBit;

  /** By pool: those of the same component on the same type in its region, however bought. */
  private final int[][] fleets;

  private final boolean watches;
  private Cause cause = Cause.PRIMARY;
  private int room;
  private final Why[] whys;

  /**
   * @param watched providers of which must be known whether they had room
   */
  Router(RoutingRule rule, Pool[] pools, List<String> watched) {
    this.rule = rule;
    this.pools = pools;
    this.watches = !watched.isEmpty();
    this.whys = Why.all(watched.size());
    this.fleets = fleets(pools);
    this.watchedBit = new int[pools.length];
    for (int i = 0; i < pools.length; i++) {
      int number = watched.indexOf(pools[i].placed.region().id().provider());
      watchedBit[i] = number < 0 ? 0 : 1 << number;
    }
  }

  /** Why the last choice was made. */
  Why why() {
    return whys[Why.number(cause, room)];
  }

  /**
   * The pool that the rule prefers, whether or not it is open; -1 when there is no choice.
   * Instances of one type in one region are one fleet, however they were bought: of these the least
   * loaded.
   *
   * @param choices best first
   * @param shares planned, by pool
   */
  int prefer(int[] choices, double[] shares, RandomStream random) {
    if (choices.length == 0) {
      return -1;
    }
    int first =
        switch (rule) {
          case LEAST_LOADED -> leastLoaded(choices);
          case WEIGHTED -> weighted(choices, shares, random);
          case NEAREST, CHEAPEST, FAILOVER -> choices[0];
        };
    return fleets[first].length == 1 ? first : leastLoaded(fleets[first]);
  }

  private static int[][] fleets(Pool[] pools) {
    Map<String, List<Integer>> fleets = new HashMap<>();
    for (int i = 0; i < pools.length; i++) {
      fleets.computeIfAbsent(pools[i].placed.fleet(), f -> new ArrayList<>()).add(i);
    }
    return Arrays.stream(pools)
        .map(p -> fleets.get(p.placed.fleet()).stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /**
   * The preferred pool if it is open, else the first of the choices that is; -1 when there is none.
   * The cause is the trouble of the preferred one.
   *
   * @param tokens of what is to be sent
   */
  int choose(int[] choices, int preferred, int tokens) {
    if (preferred < 0) {
      return -1;
    }
    cause = Cause.PRIMARY;
    room = watches ? roomAmong(choices, tokens) : 0;
    if (open(preferred, tokens)) {
      return preferred;
    }
    cause = pools[preferred].down ? Cause.FAILOVER : Cause.SPILLOVER;
    if (!pools[preferred].down) {
      pools[preferred].turnedAway++;
    }
    for (int pool : choices) {
      if (pool != preferred && open(pool, tokens)) {
        return pool;
      }
    }
    return -1;
  }

  private int roomAmong(int[] choices, int tokens) {
    int open = 0;
    for (int pool : choices) {
      if (watchedBit[pool] != 0 && open(pool, tokens)) {
        open |= watchedBit[pool];
      }
    }
    return open;
  }

  private boolean open(int pool, int tokens) {
    return !pools[pool].down && !pools[pool].isFullFor(tokens);
  }

  private int leastLoaded(int[] choices) {
    int best = choices[0];
    for (int pool : choices) {
      if (!pools[pool].down && (pools[best].down || pools[pool].load() < pools[best].load())) {
        best = pool;
      }
    }
    return best;
  }

  /** By the planned shares; where nothing was planned, by the number of replicas placed. */
  private int weighted(int[] choices, double[] shares, RandomStream random) {
    double planned = 0;
    double replicas = 0;
    for (int pool : choices) {
      planned += shares[pool];
      replicas += pools[pool].placed.replicas();
    }
    double ticket = random.nextDouble() * (planned > 0 ? planned : replicas);
    for (int pool : choices) {
      ticket -= planned > 0 ? shares[pool] : pools[pool].placed.replicas();
      if (ticket < 0) {
        return pool;
      }
    }
    return choices[choices.length - 1];
  }
}
