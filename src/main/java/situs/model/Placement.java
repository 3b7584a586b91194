package situs.model;

import java.util.List;

/**
 * What a strategy chose.
 *
 * @param placed in the order of preference, one entry a component, region and instance type
 * @param unplaced what found no place, with the reason
 * @param routing how callers pick among pools; the other pools take what spills over
 * @param shares where the plan meant each caller's traffic to go; followed by {@link
 *     RoutingRule#WEIGHTED}
 */
public record Placement(
    String strategy,
    List<Placed> placed,
    List<Unplaced> unplaced,
    RoutingRule routing,
    List<Share> shares) {

  public Placement {
    placed = List.copyOf(placed);
    unplaced = List.copyOf(unplaced);
    shares = List.copyOf(shares);
  }

  /** Without a plan of who calls whom: weighted routing then goes by the number of replicas. */
  public Placement(
      String strategy, List<Placed> placed, List<Unplaced> unplaced, RoutingRule routing) {
    this(strategy, placed, unplaced, routing, List.of());
  }

  /** Whether all demand found a place. */
  public boolean placesEverything() {
    return unplaced.isEmpty();
  }

  /** Where a component stands, in the order of preference. */
  public List<Placed> of(Component component) {
    return placed.stream().filter(p -> p.component().equals(component)).toList();
  }
}
