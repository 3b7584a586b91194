package situs.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import situs.audit.Standing;
import situs.bill.Billing;
import situs.model.Metro;
import situs.model.Money;
import situs.model.RegionId;
import situs.model.Route;
import situs.model.RouteUse;
import situs.model.Rtt;
import situs.model.Scenario;
import situs.model.Stop;

/**
 * A hop that traffic took, mean over the replications of a strategy.
 *
 * @param channel the seller of the workload
 * @param gbPerDay payload both ways, 10^9 bytes
 * @param rtt between its ends
 * @param costPerDay US dollars for the data on it, both directions; zero where that is free
 */
public record RouteRow(
    String strategy,
    String channel,
    Route route,
    double requestsPerDay,
    double tokensPerDay,
    double gbPerDay,
    Rtt rtt,
    double costPerDay,
    Standing standing) {
  private static final double BYTES_PER_GB = 1e9;

  /** By strategy, in the order in which the routes were first seen. */
  public static List<RouteRow> of(Experiment experiment) {
    return experiment.results().stream().flatMap(r -> of(experiment, r).stream()).toList();
  }

  /** The routes of one strategy. */
  public static List<RouteRow> of(Experiment experiment, StrategyResult result) {
    Map<Route, List<RouteUse>> uses = new LinkedHashMap<>();
    Map<Route, Money> costs = new HashMap<>();
    for (Run run : result.runs()) {
      for (RouteUse use : run.observations().routes()) {
        uses.computeIfAbsent(use.route(), route -> new ArrayList<>()).add(use);
      }
      Billing.transferByRoute(experiment.scenario(), run.observations())
          .forEach((route, cost) -> costs.merge(route, cost, Money::plus));
    }
    Standings standings = Standings.of(result);
    double days = experiment.days() * result.runs().size();
    List<RouteRow> rows = new ArrayList<>();
    for (Map.Entry<Route, List<RouteUse>> seen : uses.entrySet()) {
      Route route = seen.getKey();
      double cost = costs.getOrDefault(route, Money.ZERO).toDouble() / days;
      Standing standing = standings.ofRoute(route);
      rows.add(row(experiment.scenario(), result, route, seen.getValue(), days, cost, standing));
    }
    return rows;
  }

  private static RouteRow row(
      Scenario scenario,
      StrategyResult result,
      Route route,
      List<RouteUse> uses,
      double days,
      double costPerDay,
      Standing standing) {
    return new RouteRow(
        result.strategy(),
        scenario.workload(route.workload()).channel().seller(),
        route,
        uses.stream().mapToLong(RouteUse::requests).sum() / days,
        uses.stream().mapToLong(RouteUse::tokens).sum() / days,
        uses.stream().mapToDouble(u -> u.bytesOut() + u.bytesBack()).sum() / BYTES_PER_GB / days,
        rtt(scenario, route),
        costPerDay,
        standing);
  }

  private static Rtt rtt(Scenario scenario, Route route) {
    RegionId target = region(route.target());
    return route.hop() == 0
        ? scenario.network().rtt(origin(scenario, route), target)
        : scenario.network().rtt(region(route.source()), target);
  }

  private static RegionId region(Stop stop) {
    return RegionId.parse(stop.place());
  }

  private static Metro origin(Scenario scenario, Route route) {
    return scenario.workload(route.workload()).demand().stream()
        .map(d -> d.metro())
        .filter(m -> m.name().equals(route.origin()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no demand from " + route.origin()));
  }
}
