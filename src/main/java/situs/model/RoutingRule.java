package situs.model;

import java.util.Locale;

/** How a caller picks among the pools of a component. */
public enum RoutingRule {
  /** The least round trip first. */
  NEAREST,
  /** The least share of its capacity in use first. */
  LEAST_LOADED,
  /** The least price per replica first. */
  CHEAPEST,
  /** At random, by the shares of the plan; without them, by the number of replicas. */
  WEIGHTED,
  /** In the order of the placement. */
  FAILOVER;

  /** The word used in files and outputs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
