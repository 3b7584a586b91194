package situs.simulation;

import java.util.List;
import situs.model.Cause;
import situs.model.Metro;
import situs.model.Placed;
import situs.model.Route;
import situs.model.RouteUse;
import situs.model.Stop;

/**
 * Counts traffic by route. Who calls whom, and why, is a number: the route itself is made at first
 * use, so that counting a request touches arrays only.
 */
final class RouteCounter {
  private final RouteLedger ledger = new RouteLedger();
  private final double bytesPerToken;
  private final DemandStream[] streams;
  private final List<Placed> pools;
  private final List<String> watched;
  private final int whys;

  /** By stream, pool and why: 1 + the route's number in the ledger; 0: not used yet. */
  private final int[] clientRoutes;

  /** By stream and runtime pool, made at first use: by model pool and why. */
  private final int[][] callRoutes;

  RouteCounter(
      double bytesPerToken, DemandStream[] streams, List<Placed> pools, List<String> watched) {
    this.bytesPerToken = bytesPerToken;
    this.streams = streams;
    this.pools = pools;
    this.watched = watched;
    this.whys = Why.count(watched.size());
    this.clientRoutes = new int[streams.length * pools.size() * whys];
    this.callRoutes = new int[streams.length * pools.size()][];
  }

  /** A round trip between a client and a pool, with so many tokens there and back. */
  void client(double measuredS, int stream, int pool, Why why, int out, int back) {
    int index = (stream * pools.size() + pool) * whys + why.number();
    if (clientRoutes[index] == 0) {
      clientRoutes[index] =
          1 + ledger.id(clientRoute(stream, pool, why.cause()), why.roomAt(watched));
    }
    add(clientRoutes[index] - 1, measuredS, out + back, out, back);
  }

  /**
   * A round trip between a runtime and a model pool.
   *
   * @param tokens of the whole context and the output
   * @param out tokens that travelled there
   * @param back tokens that travelled back
   */
  void call(
      double measuredS, int stream, int runtime, int pool, Why why, int tokens, int out, int back) {
    int caller = stream * pools.size() + runtime;
    if (callRoutes[caller] == null) {
      callRoutes[caller] = new int[pools.size() * whys];
    }
    int index = pool * whys + why.number();
    if (callRoutes[caller][index] == 0) {
      callRoutes[caller][index] =
          1 + ledger.id(callRoute(stream, runtime, pool, why.cause()), why.roomAt(watched));
    }
    add(callRoutes[caller][index] - 1, measuredS, tokens, out, back);
  }

  private void add(int route, double measuredS, int tokens, int out, int back) {
    ledger.add(route, measuredS, tokens, out * bytesPerToken, back * bytesPerToken);
  }

  private Route clientRoute(int stream, int pool, Cause cause) {
    Placed placed = pools.get(pool);
    Metro metro = streams[stream].origin.metro();
    return new Route(
        streams[stream].workload.name(),
        metro.name(),
        List.of(Stop.client(metro), Stop.at(placed.component().kind().word(), placed.region())),
        0,
        cause);
  }

  private Route callRoute(int stream, int runtime, int pool, Cause cause) {
    Metro metro = streams[stream].origin.metro();
    return new Route(
        streams[stream].workload.name(),
        metro.name(),
        List.of(
            Stop.client(metro),
            Stop.at("runtime", pools.get(runtime).region()),
            Stop.at("model", pools.get(pool).region())),
        1,
        cause);
  }

  void restart() {
    ledger.restart();
  }

  void closePeriod() {
    ledger.closePeriod();
  }

  List<List<RouteUse>> periods() {
    return ledger.periods();
  }
}
