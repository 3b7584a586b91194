package situs.model;

/**
 * Demand that found no place.
 *
 * @param share of the component's peak demand, 0 to 1
 */
public record Unplaced(Component component, double share, String reason) {}
