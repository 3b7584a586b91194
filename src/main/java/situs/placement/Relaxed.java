package situs.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import situs.placement.Priced.Best;
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

  /** One pool, its demands weighed in several ways: what each proves holds. */
  record Pool(List<Priced> tellings) {

    Best best(double[] prices, int[] room) {
      Best best = tellings.get(0).best(prices, room);
      for (int i = 1; i < tellings.size(); i++) {
        Best other = tellings.get(i).best(prices, room);
        best = other.bound() > best.bound() ? other : best;
      }
      return best;
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
  List<Pool> apart(List<List<Way>> demands) {
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

  /** Each option tells how much of the whole a demand is, and each telling has its own bound. */
  private Pool together(List<List<Way>> ways) {
    Map<List<Float>, Priced> tellings = new LinkedHashMap<>();
    for (List<Way> mine : ways) {
      for (Way way : mine) {
        Option one = way.lane().option();
        List<Float> weights =
            ways.stream().map(w -> (float) (weight(one, w) / total(one, ways))).toList();
        if (!tellings.containsKey(weights)) {
          tellings.put(weights, together(one, ways));
        }
      }
    }
    return new Pool(List.copyOf(tellings.values()));
  }

  private static double weight(Option one, List<Way> ways) {
    return one.work(ways.get(0).lane().flow());
  }

  private static double total(Option one, List<List<Way>> ways) {
    return ways.stream().mapToDouble(w -> weight(one, w)).sum();
  }

  private Priced together(Option one, List<List<Way>> ways) {
    double total = total(one, ways);
    double fixed = 0;
    Map<String, List<Arrival>> byOption = new LinkedHashMap<>();
    for (List<Way> mine : ways) {
      double least = mine.stream().mapToDouble(Way::transferUsdPerHour).min().orElseThrow();
      Demand demand = new Demand(mine, weight(one, mine) / total, least);
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
