package situs.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import situs.audit.Charge;
import situs.contract.Facts;
import situs.model.Cause;
import situs.model.FrontierWorkload;
import situs.model.Metro;
import situs.model.OriginDemand;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Region;
import situs.model.Route;
import situs.model.Scenario;
import situs.model.Stop;
import situs.simulation.PlannedRoutes;

/**
 * A part of a placement that clauses judge: what stands somewhere, or a hop that traffic takes.
 *
 * @param name a placement's id, or the workload and its chain; where a hop comes from clients of
 *     several metros, they share one
 * @param route of a hop, that of the first metro; empty of a placement
 * @param origins metros that the hop is taken from; empty of a placement
 */
public record Reviewed(String name, Facts facts, Optional<Route> route, List<String> origins) {

  public Reviewed {
    origins = List.copyOf(origins);
  }

  /** A hop as a run names it, {@code api from Town: client > red/a, hop 0, spillover}. */
  private static final Pattern SEEN =
      Pattern.compile(
          "(?<workload>.+) from (?<origin>.+): client > (?<chain>.+), hop (?<hop>\\d+), (?<cause>\\w+)");

  /** All parts: what is placed, then the hops while every pool has room. */
  public static List<Reviewed> of(Scenario scenario, Placement placement) {
    List<Reviewed> all = new ArrayList<>();
    for (Placed placed : placement.placed()) {
      all.add(new Reviewed(placed.id(), Facts.of(scenario, placed), Optional.empty(), List.of()));
    }
    for (Route route : PlannedRoutes.of(scenario, placement)) {
      all.add(new Reviewed(name(route), scenario, route));
    }
    return all;
  }

  /** {@code frontier-aws: client > aws/us-east-1 > azure/eastus2, hop 1}. */
  private static String name(Route route) {
    return "%s: %s, hop %d".formatted(route.workload(), route.chainText(), route.hop());
  }

  /**
   * A hop that a run has seen, by the name that its findings give it; empty where the scenario has
   * no such workload, metro or region.
   */
  public static Optional<Reviewed> seen(Scenario scenario, String name) {
    Matcher parts = SEEN.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Map<String, Region> regions = new HashMap<>();
    scenario.datacenters().forEach(d -> regions.put(d.region().id().toString(), d.region()));
    List<Region> chain =
        Arrays.stream(parts.group("chain").split(" > ")).map(regions::get).toList();
    return scenario.workloads().stream()
        .filter(workload -> workload.name().equals(parts.group("workload")))
        .filter(workload -> chain.stream().noneMatch(Objects::isNull))
        .flatMap(workload -> workload.demand().stream().map(OriginDemand::metro))
        .filter(metro -> metro.name().equals(parts.group("origin")))
        .findFirst()
        .map(metro -> new Reviewed(name, scenario, route(scenario, parts, metro, chain)));
  }

  /** A line of the bill. */
  public static Reviewed of(Scenario scenario, Charge charge) {
    return new Reviewed(charge.name(), charge.facts(scenario), Optional.empty(), List.of());
  }

  /** The same, with the providers that had room for it. */
  public Reviewed withRoom(List<String> room) {
    return new Reviewed(name, facts.withRoom(room), route, origins);
  }

  private Reviewed(String name, Scenario scenario, Route route) {
    this(name, Facts.of(scenario, route), Optional.of(route), List.of(route.origin()));
  }

  private static Route route(Scenario scenario, Matcher parts, Metro metro, List<Region> chain) {
    boolean agents = scenario.workload(parts.group("workload")) instanceof FrontierWorkload;
    List<Stop> stops = new ArrayList<>(List.of(Stop.client(metro)));
    for (int i = 0; i < chain.size(); i++) {
      stops.add(Stop.at(agents && i == 0 ? "runtime" : "model", chain.get(i)));
    }
    return new Route(
        parts.group("workload"),
        metro.name(),
        stops,
        Integer.parseInt(parts.group("hop")),
        Cause.valueOf(parts.group("cause").toUpperCase(Locale.ROOT)));
  }
}
