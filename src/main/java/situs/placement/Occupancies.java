package situs.placement;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Of the pools of a scenario, each worked out once: many programs ask for it. */
final class Occupancies {
  private final Sizing sizing;
  private final Map<String, Occupancy> known = new ConcurrentHashMap<>();

  Occupancies(Sizing sizing) {
    this.sizing = sizing;
  }

  /** Of a pool that is quicker the emptier it is. */
  Occupancy of(ModelOption option) {
    return known.computeIfAbsent(option.id(), id -> Occupancy.of(option, sizing));
  }
}
