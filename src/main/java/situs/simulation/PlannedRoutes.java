package situs.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  private final List<Route> routes = new ArrayList<>();

  private PlannedRoutes(Scenario scenario, Placement placement) {
    this.scenario = scenario;
    this.rule = placement.routing();
    this.topology = new Topology(scenario, placement);
  }

  /** One for each hop, in the order of the scenario's workloads and origins. */
  public static List<Route> of(Scenario scenario, Placement placement) {
    PlannedRoutes planned = new PlannedRoutes(scenario, placement);
    int stream = 0;
    for (Workload workload : scenario.workloads()) {
      for (OriginDemand origin : workload.demand()) {
        planned.add(workload, origin.metro(), stream++);
      }
    }
    return List.copyOf(planned.routes);
  }

  private void add(Workload workload, Metro metro, int stream) {
    double[] shares = topology.shares.ofClients(stream);
    for (int pool : first(topology.clientChoices[stream], shares)) {
      Placed placed = topology.pools.get(pool);
      Stop client = Stop.client(metro);
      Stop server = Stop.at(placed.component().kind().word(), placed.region());
      add(new Route(workload.name(), metro.name(), List.of(client, server), 0, Cause.PRIMARY));
      if (workload instanceof FrontierWorkload) {
        for (int model :
            first(topology.callChoices[pool], topology.shares.ofRuntime(stream, pool))) {
          Stop answers = Stop.at("model", topology.pools.get(model).region());
          List<Stop> chain = List.of(client, server, answers);
          add(new Route(workload.name(), metro.name(), chain, 1, Cause.PRIMARY));
        }
      }
    }
  }

  /** Several pools may stand in one region. */
  private void add(Route route) {
    if (!routes.contains(route)) {
      routes.add(route);
    }
  }

  private int[] first(int[] choices, double[] shares) {
    return switch (rule) {
      case LEAST_LOADED -> choices;
      case WEIGHTED -> {
        int[] planned = Arrays.stream(choices).filter(pool -> shares[pool] > 0).toArray();
        yield planned.length == 0 ? choices : planned;
      }
      case NEAREST, CHEAPEST, FAILOVER -> Arrays.stream(choices).limit(1).toArray();
    };
  }
}
