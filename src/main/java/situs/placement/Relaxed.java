package situs.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import situs.placement.Priced.Item;

/**
 * One pool with less asked of it, so that no way to carry its demand costs less. Demands of several
 * places are one: which of them goes where is left open, each instance carries of those that may
 * come the one that takes it least, and what goes anywhere pays for the one whose way costs least.
 * For one demand nothing is left out.
 */
final class Relaxed {
  private final Sizing sizing;
  private final Map<String, Integer> offers;

  /**
   * A way of a demand to an option.
   *
   * @param transferUsdPerHour of all of the demand, over the cheapest runtime region if by one
   */
  record Way(Lane lane, double transferUsdPerHour) {}

  /**
   * What comes from one place.
   *
   * @param weight its part of the whole demand
   * @param leastUsdPerHour of its ways
   */
  private record Demand(List<Way> ways, double weight, double leastUsdPerHour) {

    double extraUsdPerHour(Way way) {
      return way.transferUsdPerHour() - leastUsdPerHour + way.lane().usageUsdPerHour();
    }
  }

  private record Arrival(Demand demand, Way way) {}

  Relaxed(Sizing sizing, Map<String, Integer> offers) {
    this.sizing = sizing;
    this.offers = offers;
  }

  /**
   * Demands that have no option in common, not even by way of others, are apart.
   *
   * @param demands the open ways of each; none is empty
   */
  List<Priced> apart(List<List<Way>> demands) {
    List<List<List<Way>>> sets = new ArrayList<>();
    List<Set<String>> options = new ArrayList<>();
    for (List<Way> ways : demands) {
      Set<String> mine = new LinkedHashSet<>();
      ways.forEach(w -> mine.add(w.lane().option().id()));
      List<List<Way>> joined = new ArrayList<>(List.of(ways));
      for (int i = sets.size() - 1; i >= 0; i--) {
        if (options.get(i).stream().anyMatch(mine::contains)) {
          joined.addAll(sets.remove(i));
          mine.addAll(options.remove(i));
        }
      }
      sets.add(joined);
      options.add(mine);
    }
    return sets.stream().map(this::together).toList();
  }

  private Priced together(List<List<Way>> ways) {
    // Any option serves to tell how much of the whole each is.
    Option one = ways.get(0).get(0).lane().option();
    double total = ways.stream().mapToDouble(w -> one.work(w.get(0).lane().flow())).sum();
    double fixed = 0;
    Map<String, List<Arrival>> byOption = new LinkedHashMap<>();
    for (List<Way> mine : ways) {
      double least = mine.stream().mapToDouble(Way::transferUsdPerHour).min().orElseThrow();
      Demand demand = new Demand(mine, one.work(mine.get(0).lane().flow()) / total, least);
      fixed += least;
      for (Way way : mine) {
        byOption
            .computeIfAbsent(way.lane().option().id(), o -> new ArrayList<>())
            .add(new Arrival(demand, way));
      }
    }
    return new Priced(byOption.values().stream().map(this::item).toList(), fixed);
  }

  private Item item(List<Arrival> arrivals) {
    Option option = arrivals.get(0).way().lane().option();
    double work = 0;
    double weight = 0;
    double ratio = 0;
    double extra = Double.POSITIVE_INFINITY;
    for (Arrival a : arrivals) {
      double takes = option.work(a.way().lane().flow());
      work += takes;
      weight += a.demand().weight();
      ratio = Math.max(ratio, a.demand().weight() / takes);
      extra = Math.min(extra, a.demand().extraUsdPerHour(a.way()) / a.demand().weight());
    }
    int need = option.instancesFor(work, sizing);
    // A larger runtime pool carries more an instance, so none carries more than the largest.
    double each =
        option.isEven() ? option.capacity(1, sizing) : option.capacity(need, sizing) / need;
    return new Item(
        offers.get(option.stock()),
        option,
        arrivals.stream().map(a -> a.way().lane()).toList(),
        Math.min(weight, ratio * each),
        Math.min(option.limit(), need),
        extra);
  }
}
