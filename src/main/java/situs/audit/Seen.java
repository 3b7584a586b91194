package situs.audit;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import situs.contract.Held;
import situs.model.Placed;
import situs.model.RouteUse;

/**
 * What a run saw that contracts ask for.
 *
 * @param routes counted apart at {@link Auditor#boundaries}
 * @param charges the bill, likewise
 * @param rented instances over time by {@link Placed#id()}, so many from a second of the measured
 *     window on; of what is not here all that was placed was there all the time
 */
public record Seen(
    List<RouteUse> routes,
    List<Charge> charges,
    Map<String, NavigableMap<Double, Integer>> rented) {

  /** Of a run of which no bill is known, nor when what was rented. */
  public static Seen of(List<RouteUse> routes) {
    return new Seen(routes, List.of(), Map.of());
  }

  static Held held(Map<String, NavigableMap<Double, Integer>> rented, Placed placed) {
    NavigableMap<Double, Integer> steps = rented.get(placed.id());
    return steps == null ? Held.always(placed.instances()) : new Held(steps);
  }
}
