package situs.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import situs.contract.Candidate;
import situs.contract.Facts;
import situs.model.Cause;
import situs.model.Component;
import situs.model.FrontierWorkload;
import situs.model.Metro;
import situs.model.OriginDemand;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Region;
import situs.model.Route;
import situs.model.Scenario;
import situs.model.Stop;
import situs.model.Workload;

/**
 * Everything that clauses could be asked about: each component on each offer that can hold it, and
 * every way that traffic could take between them, whatever the reason that it takes it.
 */
public final class Space {
  private final Scenario scenario;
  private final Map<Component, Set<Region>> regions = new LinkedHashMap<>();
  private final List<Candidate> found = new ArrayList<>();

  private Space(Scenario scenario) {
    this.scenario = scenario;
  }

  /** All that could be chosen in a scenario. */
  public static List<Candidate> of(Scenario scenario) {
    Space space = new Space(scenario);
    Options.of(scenario).usable().forEach(space::place);
    return space.whole();
  }

  /** What a placement places, and the ways between. */
  public static List<Candidate> of(Scenario scenario, Placement placement) {
    Space space = new Space(scenario);
    placement.placed().forEach(space::place);
    return space.whole();
  }

  private List<Candidate> whole() {
    scenario.workloads().forEach(this::routes);
    return List.copyOf(found);
  }

  private void place(Option option) {
    add(
        option.id(),
        Facts.ofOption(scenario, option.component(), option.region(), option.rented()));
    boolean isNew = at(option.component()).add(option.region());
    if (isNew
        && scenario.workload(option.component().workload()) instanceof FrontierWorkload caller) {
      Component store = caller.stateStore();
      add(
          store + "@" + option.region().id(),
          Facts.ofOption(scenario, store, option.region(), Optional.empty()));
    }
  }

  private void place(Placed placed) {
    add(placed.id(), Facts.of(scenario, placed));
    at(placed.component()).add(placed.region());
  }

  private Set<Region> at(Component component) {
    return regions.computeIfAbsent(component, c -> new LinkedHashSet<>());
  }

  private void add(String name, Facts facts) {
    found.add(new Candidate(name, List.of(facts)));
  }

  private void routes(Workload workload) {
    for (Cause cause : Cause.values()) {
      for (OriginDemand origin : workload.demand()) {
        routes(workload, origin.metro(), cause);
      }
    }
  }

  private void routes(Workload workload, Metro metro, Cause cause) {
    List<List<Stop>> callers = List.of(List.of(Stop.client(metro)));
    if (workload instanceof FrontierWorkload frontier) {
      callers = onwards(callers, frontier.runtimePool());
      callers.forEach(chain -> route(workload, metro, chain, cause));
    }
    onwards(callers, scenario.modelOf(workload).pool())
        .forEach(chain -> route(workload, metro, chain, cause));
  }

  /** Every chain, to every region of a component. */
  private List<List<Stop>> onwards(List<List<Stop>> chains, Component to) {
    return chains.stream()
        .flatMap(
            chain ->
                at(to).stream()
                    .map(region -> Stop.at(to.kind().word(), region))
                    .map(stop -> Stream.concat(chain.stream(), Stream.of(stop)).toList()))
        .toList();
  }

  private void route(Workload workload, Metro metro, List<Stop> chain, Cause cause) {
    Route route = new Route(workload.name(), metro.name(), chain, chain.size() - 2, cause);
    add(route.name(), Facts.of(scenario, route));
  }
}
