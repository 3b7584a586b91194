package situs.model;

import java.util.List;

/**
 * What a strategy chose.
 *
 * @param placed in the order of preference, one entry a component, region and instance type
 * @param unplaced what found no place, with the reason
 * @param routing how callers pick among pools; the other pools take what spills over
 */
public record Placement(
    String strategy, List<Placed> placed, List<Unplaced> unplaced, RoutingRule routing) {

  public Placement {
    placed = List.copyOf(placed);
    unplaced = List.copyOf(unplaced);
  }

  /** Where a component stands, in the order of preference. */
  public List<Placed> of(Component component) {
    return placed.stream().filter(p -> p.component().equals(component)).toList();
  }
}
