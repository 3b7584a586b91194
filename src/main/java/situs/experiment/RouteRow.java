package situs.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.audit.Standing;
import situs.model.Metro;
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
 * @param costPerDay US dollars; empty where a tariff is unknown
 */
public record RouteRow(
    String strategy,
    String channel,
    Route route,
    double requestsPerDay,
    double tokensPerDay,
    double gbPerDay,
    Rtt rtt,
    Optional<Double> costPerDay,
    Standing standing) {
  private static final double BYTES_PER_GB = 1e9;

  /** By strategy, in the order in which the routes were first seen. */
  public static List<RouteRow> of(Experiment experiment) {
    return experiment.results().stream().flatMap(r -> of(experiment, r).stream()).toList();
  }

  private static List<RouteRow> of(Experiment experiment, StrategyResult result) {
    Map<Route, List<RouteUse>> uses = new LinkedHashMap<>();
    for (Run run : result.runs()) {
      for (RouteUse use : run.observations().routes()) {
        uses.computeIfAbsent(use.route(), route -> new ArrayList<>()).add(use);
      }
    }
    Standings standings = Standings.of(result);
    double runDays = experiment.days() * result.runs().size();
    List<RouteRow> rows = new ArrayList<>();
    uses.forEach(
        (route, all) ->
            rows.add(row(experiment.scenario(), result, route, all, runDays, standings)));
    return rows;
  }

  private static RouteRow row(
      Scenario scenario,
      StrategyResult result,
      Route route,
      List<RouteUse> uses,
      double runDays,
      Standings standings) {
    return new RouteRow(
        result.strategy(),
        scenario.workload(route.workload()).channel().seller(),
        route,
        uses.stream().mapToLong(RouteUse::requests).sum() / runDays,
        uses.stream().mapToLong(RouteUse::tokens).sum() / runDays,
        uses.stream().mapToDouble(u -> u.bytesOut() + u.bytesBack()).sum() / BYTES_PER_GB / runDays,
        rtt(scenario, route),
        Optional.empty(),
        standings.ofRoute(route));
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
