package situs.model;

/**
 * Capacity that a scenario can rent: so many instances of a type, bought in one way.
 *
 * @param instances how many at the most
 */
public record Offer(InstanceType type, Price price, int instances) {}
