package situs.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.model.RegionId;

/** What outages and losses of capacity do to the pools, and to whoever was served there. */
final class CapacityChanges {
  private final Pool[] pools;
  private final List<Optional<Fleet>> fleets;
  private final SessionFlow sessions;
  private final RequestEngine engine;

  CapacityChanges(
      Pool[] pools, List<Optional<Fleet>> fleets, SessionFlow sessions, RequestEngine engine) {
    this.pools = pools;
    this.fleets = fleets;
    this.sessions = sessions;
    this.engine = engine;
  }

  /** A region goes down, with all that runs there. */
  void regionDown(RegionId region) {
    for (int i = 0; i < pools.length; i++) {
      if (pools[i].placed.region().id().equals(region)) {
        pools[i].down = true;
        loseCapacity(i, 1);
      }
    }
  }

  /** A region is back, with all its capacity. */
  void regionUp(RegionId region) {
    for (int i = 0; i < pools.length; i++) {
      if (pools[i].placed.region().id().equals(region)) {
        pools[i].down = false;
        restoreCapacity(i, 1);
      }
    }
  }

  /**
   * A share of the replicas in a region is gone; sessions already there stay, and so do the limits
   * of managed models.
   */
  void capacityLost(RegionId region, double share) {
    for (int i = 0; i < pools.length; i++) {
      if (pools[i].placed.region().id().equals(region)) {
        loseCapacity(i, share);
      }
    }
  }

  void capacityRestored(RegionId region, double share) {
    for (int i = 0; i < pools.length; i++) {
      if (pools[i].placed.region().id().equals(region)) {
        restoreCapacity(i, share);
      }
    }
  }

  private static int affected(Pool pool, double share) {
    return (int) Math.ceil(share * pool.placed.replicas() - 1e-9);
  }

  private void loseCapacity(int index, double share) {
    int gone = affected(pools[index], share);
    if (pools[index] instanceof ManagedPool managed) {
      if (managed.down) {
        managed.fail(engine.now());
      }
      return;
    }
    List<int[]> lost = new ArrayList<>();
    for (int replica = 0; replica < gone; replica++) {
      lost.add(fleets.get(index).orElseThrow().lose(replica, engine.now()));
    }
    if (pools[index].down && pools[index] instanceof ModelPool model) {
      lost.add(model.drainQueue(engine.now()));
    } else if (pools[index].down) {
      sessions.runtimeFailed(index, engine.now());
    }
    lost.forEach(engine::lose);
  }

  private void restoreCapacity(int index, double share) {
    int back = affected(pools[index], share);
    for (int replica = 0; replica < back; replica++) {
      fleets.get(index).orElseThrow().restore(replica, engine.now());
    }
  }
}
