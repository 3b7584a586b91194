package situs.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.model.Cause;
import situs.model.FrontierWorkload;
import situs.model.Metro;
import situs.model.OriginDemand;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Route;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.model.Stop;
import situs.model.Workload;

/**
 * The ways that traffic takes while every pool has room: by the planned shares or the routing rule,
 * as {@link Router} picks. Where it spills over to or fails over to only a run can tell.
 */
public final class PlannedRoutes {
  private final Scenario scenario;
  private final RoutingRule rule;
  private final Topology topology;
  private final Map<Route, Optional<Double>> routes = new LinkedHashMap<>();

  /**
   * A hop with its part of the traffic.
   *
   * @param share of all the turns or calls of its workload from its origin; empty: only a run can
   *     tell, as callers pick what has the least to do
   */
  public record Planned(Route route, Optional<Double> share) {}

  private PlannedRoutes(Scenario scenario, Placement placement) {
    this.scenario = scenario;
    this.rule = placement.routing();
    this.topology = new Topology(scenario, placement);
  }

  /** One for each hop, in the order of the scenario's workloads and origins. */
  public static List<Route> of(Scenario scenario, Placement placement) {
    return shares(scenario, placement).stream().map(Planned::route).toList();
  }

  /** The same, each with its share. */
  public static List<Planned> shares(Scenario scenario, Placement placement) {
    PlannedRoutes planned = new PlannedRoutes(scenario, placement);
    int stream = 0;
    for (Workload workload : scenario.workloads()) {
      for (OriginDemand origin : workload.demand()) {
        planned.add(workload, origin.metro(), stream++);
      }
    }
    return planned.routes.entrySet().stream()
        .map(route -> new Planned(route.getKey(), route.getValue()))
        .toList();
  }

  private void add(Workload workload, Metro metro, int stream) {
    Map<Integer, Optional<Double>> first =
        parts(topology.clientChoices[stream], topology.shares.ofClients(stream));
    first.forEach(
        (pool, share) -> {
          Placed placed = topology.pools.get(pool);
          Stop client = Stop.client(metro);
          Stop server = Stop.at(placed.component().kind().word(), placed.region());
          List<Stop> chain = List.of(client, server);
          add(new Route(workload.name(), metro.name(), chain, 0, Cause.PRIMARY), share);
          if (workload instanceof FrontierWorkload) {
            Map<Integer, Optional<Double>> calls =
                parts(topology.callChoices[pool], topology.shares.ofRuntime(stream, pool));
            calls.forEach((model, part) -> call(workload, metro, chain, model, both(share, part)));
          }
        });
  }

  private void call(
      Workload workload, Metro metro, List<Stop> caller, int model, Optional<Double> share) {
    List<Stop> chain = new ArrayList<>(caller);
    chain.add(Stop.at("model", topology.pools.get(model).region()));
    add(new Route(workload.name(), metro.name(), chain, 1, Cause.PRIMARY), share);
  }

  private static Optional<Double> both(Optional<Double> share, Optional<Double> part) {
    return share.flatMap(s -> part.map(p -> s * p));
  }

  /** Several pools may stand in one region. */
  private void add(Route route, Optional<Double> share) {
    Optional<Double> before = routes.getOrDefault(route, Optional.of(0.0));
    routes.put(route, before.flatMap(b -> share.map(s -> b + s)));
  }

  /** The pools that are called, each with its part of the calls. */
  private Map<Integer, Optional<Double>> parts(int[] choices, double[] shares) {
    return switch (rule) {
      case LEAST_LOADED -> equal(choices);
      case WEIGHTED -> weighted(choices, shares);
      case NEAREST, CHEAPEST, FAILOVER -> equal(Arrays.stream(choices).limit(1).toArray());
    };
  }

  /** Which of several regions a run must say. */
  private Map<Integer, Optional<Double>> equal(int[] choices) {
    boolean oneRegion =
        Arrays.stream(choices).mapToObj(p -> topology.pools.get(p).region()).distinct().count()
            == 1;
    Map<Integer, Optional<Double>> parts = new LinkedHashMap<>();
    for (int pool : choices) {
      parts.put(pool, oneRegion ? Optional.of(1.0 / choices.length) : Optional.empty());
    }
    return parts;
  }

  /** By the plan; where it says nothing, by the number of replicas. */
  private Map<Integer, Optional<Double>> weighted(int[] choices, double[] shares) {
    boolean isPlanned = Arrays.stream(choices).anyMatch(pool -> shares[pool] > 0);
    double whole = 0;
    Map<Integer, Optional<Double>> parts = new LinkedHashMap<>();
    for (int pool : choices) {
      double weight = isPlanned ? shares[pool] : topology.pools.get(pool).replicas();
      whole += weight;
      if (!isPlanned || weight > 0) {
        parts.put(pool, Optional.of(weight));
      }
    }
    double sum = whole;
    parts.replaceAll((pool, weight) -> weight.filter(w -> sum > 0).map(w -> w / sum));
    return parts;
  }
}
