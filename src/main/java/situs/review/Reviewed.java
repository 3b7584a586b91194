package situs.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.contract.Facts;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Route;
import situs.model.Scenario;
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

  /** All parts: what is placed, then the hops while every pool has room. */
  static List<Reviewed> of(Scenario scenario, Placement placement) {
    List<Reviewed> all = new ArrayList<>();
    for (Placed placed : placement.placed()) {
      all.add(new Reviewed(placed.id(), Facts.of(scenario, placed), Optional.empty(), List.of()));
    }
    for (Route route : PlannedRoutes.of(scenario, placement)) {
      all.add(
          new Reviewed(
              name(route), Facts.of(scenario, route), Optional.of(route), List.of(route.origin())));
    }
    return all;
  }

  /** {@code frontier-aws: client > aws/us-east-1 > azure/eastus2, hop 1}. */
  private static String name(Route route) {
    return "%s: %s, hop %d".formatted(route.workload(), route.chainText(), route.hop());
  }
}
