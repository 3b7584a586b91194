package situs.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import situs.model.Level;
import situs.model.Placed;

/**
 * A pool among those of its fleet ({@link Placed#fleet}). A level is one of the fleet: what is paid
 * ahead stays, and the rest of the level is for those that are rented by the hour, in proportion.
 *
 * @param replicas of the pool
 * @param hourly replicas of the fleet that are rented by the hour, these included
 * @param ahead replicas of the fleet that are paid all the time
 */
record FleetPart(int replicas, int hourly, int ahead) {

  /** By {@link Placed#id()}. */
  static Map<String, FleetPart> of(List<Placed> placed) {
    Map<String, Integer> hourly = new HashMap<>();
    Map<String, Integer> ahead = new HashMap<>();
    for (Placed p : placed) {
      (p.isPaidAhead() ? ahead : hourly).merge(p.fleet(), p.replicas(), Integer::sum);
    }
    Map<String, FleetPart> parts = new HashMap<>();
    for (Placed p : placed) {
      parts.put(
          p.id(),
          new FleetPart(
              p.replicas(), hourly.getOrDefault(p.fleet(), 0), ahead.getOrDefault(p.fleet(), 0)));
    }
    return parts;
  }

  /** Replicas of a pool that is rented by the hour. */
  int of(Level level) {
    long wanted = Math.max(0, level.of(hourly + ahead) - ahead);
    return (int) -Math.floorDiv(-wanted * replicas, hourly);
  }
}
