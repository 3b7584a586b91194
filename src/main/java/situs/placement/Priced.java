package situs.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One pool, when instances have prices of their own: the instances that carry its demand at the
 * least cost.
 *
 * <p>Instances that carry the same part of the demand are one kind, and of a kind the cheapest are
 * taken first. So only how many of each kind is to be found, and there are few kinds.
 */
final class Priced {
  private static final double ROUNDING = 1e-6;

  /**
   * Instances on an offer.
   *
   * @param offer its number among all offers
   * @param lanes that lead there
   * @param part of the whole demand that an instance carries
   * @param most instances
   * @param usdPerHour transfer and use, if all demand went there
   */
  record Item(
      int offer, Option option, List<Lane> lanes, double part, int most, double usdPerHour) {

    int room(int[] room) {
      return Math.min(most, room[offer]);
    }
  }

  /** A share of what some lanes bring. */
  record Portion(List<Lane> lanes, double share) {}

  /**
   * A way to carry demand.
   *
   * @param instances by number of offer
   */
  record Pattern(Map<Integer, Integer> instances, List<Portion> portions, double usdPerHour) {
    static final Pattern NONE = new Pattern(Map.of(), List.of(), Double.POSITIVE_INFINITY);

    boolean carries() {
      return !Double.isInfinite(usdPerHour);
    }

    /** What it costs where instances have prices above their own. */
    double usdPerHour(double[] prices) {
      double sum = usdPerHour;
      for (Map.Entry<Integer, Integer> e : instances.entrySet()) {
        sum += prices[e.getKey()] * e.getValue();
      }
      return sum;
    }

    /** Both at once. */
    Pattern and(Pattern other) {
      Map<Integer, Integer> both = new TreeMap<>(instances);
      other.instances.forEach((offer, n) -> both.merge(offer, n, Integer::sum));
      List<Portion> all = new ArrayList<>(portions);
      all.addAll(other.portions);
      return new Pattern(both, all, usdPerHour + other.usdPerHour);
    }
  }

  /** The cheapest instances at some prices, and what none cost less than, the prices included. */
  record Best(Map<Integer, Integer> instances, double bound) {}

  private final List<List<Item>> kinds;
  private final double fixedUsdPerHour;
  private final double dearestUsdPerHour;

  /** What use of the last instance the bound may have to take back, at the most. */
  private final double unsent;

  /**
   * @param fixedUsdPerHour whatever is chosen
   */
  Priced(List<Item> items, double fixedUsdPerHour) {
    Map<Float, List<Item>> byPart = new TreeMap<>();
    // Rounded, so that regions with the same machine are one kind.
    items.stream()
        .filter(i -> i.part() > 0)
        .forEach(i -> byPart.computeIfAbsent((float) i.part(), p -> new ArrayList<>()).add(i));
    this.kinds = List.copyOf(byPart.values());
    this.fixedUsdPerHour = fixedUsdPerHour;
    this.dearestUsdPerHour = items.stream().mapToDouble(Item::usdPerHour).max().orElse(0);
    this.unsent = items.stream().mapToDouble(Item::part).max().orElse(0) * dearestUsdPerHour;
  }

  /**
   * @param prices of an instance of each offer, above its own
   * @param room instances that there are of each offer
   */
  Best best(double[] prices, int[] room) {
    Search search = new Search(prices, room);
    Map<Integer, Integer> instances = new TreeMap<>();
    search.taken().forEach(t -> instances.put(t.item().offer(), t.instances()));
    return new Best(instances, search.bound + fixedUsdPerHour);
  }

  /** The same as a way to carry the demand: where use is cheapest is filled first. */
  Pattern pattern(double[] prices, int[] room) {
    Search search = new Search(prices, room);
    if (search.best.length == 0) {
      return Pattern.NONE;
    }
    List<Taken> taken = search.taken();
    taken.sort(
        Comparator.comparingDouble((Taken t) -> t.item().usdPerHour())
            .thenComparingInt(t -> t.item().offer()));
    Map<Integer, Integer> instances = new TreeMap<>();
    List<Portion> portions = new ArrayList<>();
    double missing = 1;
    double usdPerHour = fixedUsdPerHour;
    for (Taken t : taken) {
      double share = Math.min(missing, t.instances() * t.item().part());
      instances.put(t.item().offer(), t.instances());
      portions.add(new Portion(t.item().lanes(), share));
      usdPerHour += t.instances() * t.item().option().usdPerHour() + share * t.item().usdPerHour();
      missing -= share;
    }
    return new Pattern(instances, portions, usdPerHour);
  }

  /** Of a full instance. */
  private static double cost(Item item, double[] prices) {
    return item.option().usdPerHour() + prices[item.offer()] + item.part() * item.usdPerHour();
  }

  private record Taken(Item item, int instances) {}

  /** Over the number of instances of each kind. */
  private final class Search {
    private final int[] room;
    private final List<Item[]> sorted = new ArrayList<>();
    private final List<double[]> costs = new ArrayList<>();
    private final int[] counts = new int[kinds.size()];
    private final double[] leastRate = new double[kinds.size() + 1];
    private int[] best = new int[0];
    private double bound = Double.POSITIVE_INFINITY;

    Search(double[] prices, int[] room) {
      this.room = room;
      for (List<Item> kind : kinds) {
        Item[] items = kind.toArray(Item[]::new);
        Arrays.sort(
            items,
            Comparator.comparingDouble((Item i) -> cost(i, prices)).thenComparingInt(Item::offer));
        sorted.add(items);
        costs.add(sums(items, prices));
      }
      leastRate[kinds.size()] = Double.POSITIVE_INFINITY;
      for (int k = kinds.size() - 1; k >= 0; k--) {
        double first = costs.get(k).length > 1 ? costs.get(k)[1] : Double.POSITIVE_INFINITY;
        leastRate[k] = Math.min(leastRate[k + 1], first / kinds.get(k).get(0).part());
      }
      from(0, 1, 0);
    }

    /** Cost of the n cheapest instances of a kind, by n; up to what carries the whole demand. */
    private double[] sums(Item[] items, double[] prices) {
      int need = (int) Math.ceil(1 / items[0].part() - ROUNDING);
      double[] sums = new double[need + 1];
      int n = 0;
      for (Item item : items) {
        for (int i = 0; i < item.room(room) && n < need; i++) {
          n++;
          sums[n] = sums[n - 1] + cost(item, prices);
        }
      }
      return Arrays.copyOf(sums, n + 1);
    }

    private void from(int kind, double missing, double cost) {
      if (missing <= ROUNDING) {
        // What the last instance does not carry is not sent either.
        double least = cost + Math.min(0, missing) * dearestUsdPerHour;
        if (least < bound) {
          bound = least;
          best = counts.clone();
        }
        return;
      }
      if (cost + missing * leastRate[kind] - unsent >= bound) {
        return;
      }
      double part = kinds.get(kind).get(0).part();
      for (int n = costs.get(kind).length - 1; n >= 0; n--) {
        if (n == 0 || missing - (n - 1) * part > ROUNDING) {
          counts[kind] = n;
          from(kind + 1, missing - n * part, cost + costs.get(kind)[n]);
        }
      }
      counts[kind] = 0;
    }

    List<Taken> taken() {
      List<Taken> taken = new ArrayList<>();
      for (int kind = 0; kind < best.length; kind++) {
        int left = best[kind];
        for (Item item : sorted.get(kind)) {
          int n = Math.min(left, item.room(room));
          if (n > 0) {
            taken.add(new Taken(item, n));
            left -= n;
          }
        }
      }
      return taken;
    }
  }
}
