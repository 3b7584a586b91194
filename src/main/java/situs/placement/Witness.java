package situs.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import situs.model.Placed;
import situs.model.Placement;

/**
 * The cheapest placement of which something is so.
 *
 * @param carried of the requests or sessions of its component, the share that each place has at the
 *     mean, by {@link Placed#id()}
 * @param usdPerDay rent and transfer
 */
public record Witness(Placement placement, Map<String, Double> carried, double usdPerDay) {
  private static final double HOURS_PER_DAY = 24;

  public Witness {
    carried = Map.copyOf(carried);
  }

  static Witness of(Plan plan, Placement placement) {
    Map<String, Double> rates = new LinkedHashMap<>();
    Map<Object, Double> whole = new LinkedHashMap<>();
    for (Plan.Use use : plan.uses()) {
      double rate = use.share() * use.lane().flow().meanPerSecond();
      rates.merge(use.lane().option().id(), rate, Double::sum);
      whole.merge(use.lane().option().component(), rate, Double::sum);
    }
    Map<String, Double> carried = new LinkedHashMap<>();
    for (Placed placed : placement.placed()) {
      if (rates.containsKey(placed.id())) {
        carried.put(placed.id(), rates.get(placed.id()) / whole.get(placed.component()));
      }
    }
    return new Witness(placement, carried, plan.usdPerHour() * HOURS_PER_DAY);
  }

  /** {@code api.model: 60 % at red/a/gpu8 (3), 40 % at blue/b/gpu8 (2); 1,234.56 USD a day}. */
  public String words() {
    Map<Object, List<String>> places = new LinkedHashMap<>();
    for (Placed placed : placement.placed()) {
      // A state store stands beside its runtime.
      if (placed.offer().isPresent() || placed.managed().isPresent()) {
        places.computeIfAbsent(placed.component(), c -> new ArrayList<>()).add(words(placed));
      }
    }
    List<String> all = new ArrayList<>();
    places.forEach((component, at) -> all.add(component + ": " + String.join(", ", at)));
    all.add(String.format(Locale.ROOT, "%,.2f USD a day", usdPerDay));
    return String.join("; ", all);
  }

  private String words(Placed placed) {
    String where = placed.id().substring(placed.id().indexOf('@') + 1);
    String rented = placed.offer().isPresent() ? " (" + placed.instances() + ")" : "";
    double share = carried.getOrDefault(placed.id(), 0.0);
    return String.format(Locale.ROOT, "%.4g %% at %s%s", 100 * share, where, rented);
  }
}
