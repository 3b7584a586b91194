package situs.simulation;

import situs.model.Cause;
import situs.model.RoutingRule;
import situs.stats.RandomStream;

/** Picks a pool at run time, by the placement's rule, and says why that one. */
final class Router {
  private final RoutingRule rule;
  private final Pool[] pools;
  private Cause cause = Cause.PRIMARY;

  Router(RoutingRule rule, Pool[] pools) {
    this.rule = rule;
    this.pools = pools;
  }

  /** Why the last choice was made. */
  Cause cause() {
    return cause;
  }

  /**
   * The first pool of the choices, best first, that is up and not full; -1 when there is none. The
   * cause is the trouble of the first choice.
   */
  int choose(int[] choices, RandomStream random) {
    int preferred = preferred(choices, random);
    if (preferred < 0) {
      return -1;
    }
    cause = Cause.PRIMARY;
    if (open(preferred)) {
      return preferred;
    }
    cause = pools[preferred].down ? Cause.FAILOVER : Cause.SPILLOVER;
    pools[preferred].turnedAway++;
    for (int pool : choices) {
      if (pool != preferred && open(pool)) {
        return pool;
      }
    }
    return -1;
  }

  private boolean open(int pool) {
    return !pools[pool].down && !pools[pool].isFull();
  }

  private int preferred(int[] choices, RandomStream random) {
    if (choices.length == 0) {
      return -1;
    }
    return switch (rule) {
      case LEAST_LOADED -> leastLoaded(choices);
      case WEIGHTED -> weighted(choices, random);
      case NEAREST, CHEAPEST, FAILOVER -> choices[0];
    };
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

  /** By the number of replicas placed. */
  private int weighted(int[] choices, RandomStream random) {
    long all = 0;
    for (int pool : choices) {
      all += pools[pool].placed.replicas();
    }
    long ticket = random.nextLong(all);
    for (int pool : choices) {
      ticket -= pools[pool].placed.replicas();
      if (ticket < 0) {
        return pool;
      }
    }
    return choices[choices.length - 1];
  }
}
