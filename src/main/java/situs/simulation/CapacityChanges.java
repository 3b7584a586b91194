package situs.simulation;

import java.util.ArrayList;
import java.util.List;
import situs.model.RegionId;

/** What outages and losses of capacity do to the pools, and to whoever was served there. */
final class CapacityChanges {
  private final Pool[] pools;
  private final SessionFlow sessions;
  private final RequestEngine engine;

  CapacityChanges(Pool[] pools, SessionFlow sessions, RequestEngine engine) {
    this.pools = pools;
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
    if (pools[index] instanceof RuntimePool runtime) {
      runtime.instances(-gone, engine.now());
      if (runtime.down) {
        sessions.runtimeFailed(index, engine.now());
      }
      return;
    }
    if (pools[index] instanceof ManagedPool managed) {
      if (managed.down) {
        managed.fail(engine.now());
      }
      return;
    }
    ModelPool model = (ModelPool) pools[index];
    List<int[]> lost = new ArrayList<>();
    for (int replica = 0; replica < gone; replica++) {
      lost.add(model.fail(replica, engine.now()));
    }
    if (model.down) {
      lost.add(model.drainQueue(engine.now()));
    }
    for (int[] slots : lost) {
      for (int slot : slots) {
        engine.lose(slot);
      }
    }
  }

  private void restoreCapacity(int index, double share) {
    int back = affected(pools[index], share);
    if (pools[index] instanceof RuntimePool runtime) {
      runtime.instances(back, engine.now());
      return;
    }
    for (int replica = 0; replica < back; replica++) {
      ((ModelPool) pools[index]).start(replica, engine.now());
    }
  }
}
