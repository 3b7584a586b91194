package situs.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import situs.model.OriginDemand;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Scenario;
import situs.model.Share;
import situs.model.Workload;

/**
 * The part of each caller's traffic that the plan meant for each pool. Rows are made only for
 * callers that the plan names.
 */
final class PlannedShares {
  private final List<Placed> pools;
  private final double[] none;
  private final double[][] clients;

  /** By stream and runtime pool. */
  private final double[][] runtimes;

  PlannedShares(
      Scenario scenario, Placement placement, Map<String, Integer> numbers, List<Placed> pools) {
    this.pools = pools;
    Map<String, Integer> streams = streams(scenario);
    none = new double[pools.size()];
    clients = new double[streams.size()][];
    runtimes = new double[streams.size() * pools.size()][];
    for (Share share : placement.shares()) {
      Integer stream = streams.get(share.workload() + "\n" + share.origin());
      Integer pool = numbers.get(share.placement());
      if (stream == null || pool == null) {
        throw new IllegalArgumentException(
            "the plan gives " + share.placement() + " a share of what nobody asks for");
      }
      plan(share, stream, pool);
    }
  }

  private static Map<String, Integer> streams(Scenario scenario) {
    Map<String, Integer> numbers = new HashMap<>();
    for (Workload workload : scenario.workloads()) {
      for (OriginDemand origin : workload.demand()) {
        numbers.put(workload.name() + "\n" + origin.metro().name(), numbers.size());
      }
    }
    return numbers;
  }

  private void plan(Share share, int stream, int pool) {
    if (share.runtime().isEmpty()) {
      add(clients, stream, pool, share.share());
      return;
    }
    for (int runtime = 0; runtime < pools.size(); runtime++) {
      Placed caller = pools.get(runtime);
      if (share.runtime().get().equals(caller.region().id())
          && share.workload().equals(caller.component().workload())) {
        add(runtimes, stream * pools.size() + runtime, pool, share.share());
      }
    }
  }

  private void add(double[][] rows, int row, int pool, double share) {
    if (rows[row] == null) {
      rows[row] = new double[pools.size()];
    }
    rows[row][pool] += share;
  }

  /** Of a client's requests, by pool; all 0 where nothing was planned. */
  double[] ofClients(int stream) {
    return clients[stream] == null ? none : clients[stream];
  }

  /** Of the calls of a stream's sessions on a runtime, by pool; all 0 where nothing was planned. */
  double[] ofRuntime(int stream, int runtime) {
    double[] row = runtimes[stream * pools.size() + runtime];
    return row == null ? none : row;
  }
}
