package situs.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import situs.model.ComponentKind;
import situs.model.FrontierWorkload;
import situs.model.Metro;
import situs.model.OriginDemand;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.model.Workload;

/**
 * Who can call whom, and how far it is. Pools are numbered in the order of the placement, demand
 * streams in the order of the scenario.
 */
final class Topology {
  /** Model and runtime pools; a state store is no station of its own. */
  final List<Placed> pools;

  /** Numbers of the pools by {@link Placed#id()}. */
  final Map<String, Integer> numbers = new HashMap<>();

  /** By stream: pools that a client's request may go to, the best first. */
  final int[][] clientChoices;

  /** By stream and pool: one way, seconds. */
  final double[][] clientOneWayS;

  /** By runtime pool: model pools that its calls may go to, the best first. */
  final int[][] callChoices;

  /** By runtime pool and model pool: one way, seconds. */
  final double[][] callOneWayS;

  /** Where the plan meant traffic to go. */
  final PlannedShares shares;

  private final Scenario scenario;
  private final RoutingRule rule;

  Topology(Scenario scenario, Placement placement) {
    this.scenario = scenario;
    this.rule = placement.routing();
    this.pools =
        placement.placed().stream()
            .filter(p -> p.component().kind() != ComponentKind.STATE)
            .filter(p -> p.replicas() > 0 || p.managed().isPresent())
            .toList();
    pools.forEach(pool -> numbers.put(pool.id(), numbers.size()));
    List<int[]> choices = new ArrayList<>();
    List<double[]> oneWays = new ArrayList<>();
    for (Workload workload : scenario.workloads()) {
      for (OriginDemand origin : workload.demand()) {
        double[] oneWay = fromMetro(origin.metro());
        oneWays.add(oneWay);
        choices.add(ordered(candidates(workload), oneWay));
      }
    }
    clientChoices = choices.toArray(int[][]::new);
    clientOneWayS = oneWays.toArray(double[][]::new);
    shares = new PlannedShares(scenario, placement, numbers, pools);
    callChoices = new int[pools.size()][];
    callOneWayS = new double[pools.size()][];
    for (int i = 0; i < pools.size(); i++) {
      Workload workload = scenario.workload(pools.get(i).component().workload());
      boolean calls = workload instanceof FrontierWorkload;
      callOneWayS[i] = calls ? fromPool(i) : new double[0];
      callChoices[i] =
          calls ? ordered(candidates(scenario.modelOf(workload)), callOneWayS[i]) : new int[0];
    }
  }

  /** Pools that stand first when a client's request comes in. */
  private List<Integer> candidates(Workload workload) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < pools.size(); i++) {
      if (pools.get(i).component().workload().equals(workload.name())) {
        found.add(i);
      }
    }
    return found;
  }

  private double[] fromMetro(Metro metro) {
    return pools.stream()
        .mapToDouble(p -> scenario.network().rtt(metro, p.region().id()).oneWayS())
        .toArray();
  }

  private double[] fromPool(int pool) {
    return pools.stream()
        .mapToDouble(
            p -> scenario.network().rtt(pools.get(pool).region().id(), p.region().id()).oneWayS())
        .toArray();
  }

  private int[] ordered(List<Integer> candidates, double[] oneWayS) {
    Comparator<Integer> nearest = Comparator.comparingDouble(i -> oneWayS[i]);
    Comparator<Integer> order =
        switch (rule) {
          case NEAREST, LEAST_LOADED, WEIGHTED -> nearest;
          case CHEAPEST -> Comparator.<Integer>comparingDouble(this::hourly).thenComparing(nearest);
          case FAILOVER -> Comparator.naturalOrder();
        };
    // What is rented is paid already; a managed model of the same merit takes what is left.
    Comparator<Integer> rentedFirst = Comparator.comparing(i -> pools.get(i).managed().isPresent());
    return candidates.stream()
        .sorted(order.thenComparing(rentedFirst).thenComparing(Comparator.naturalOrder()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Dollars an hour for a replica; a managed model has none, and comes after what is rented. */
  private double hourly(int pool) {
    Placed placed = pools.get(pool);
    if (placed.managed().isPresent()) {
      return Double.POSITIVE_INFINITY;
    }
    double rate = placed.offer().map(o -> o.price().perHour().toDouble()).orElse(0.0);
    return rate * placed.instances() / placed.replicas();
  }
}
