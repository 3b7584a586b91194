package situs.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * One component that only clients call, when instances have prices of their own: the instances that
 * carry it at the least cost, and a cost that none lies below.
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
   * @param part of the whole demand that an instance carries
   * @param most instances
   * @param transferUsdPerHour if all demand went there
   * @param usageUsdPerHour likewise, for what is paid by use
   */
  private record Item(
      int offer,
      Option option,
      double part,
      int most,
      double transferUsdPerHour,
      double usageUsdPerHour) {

    int room(int[] room) {
      return Math.min(most, room[offer]);
    }
  }

  /**
   * A way to carry the component.
   *
   * @param instances by number of offer
   * @param shares of the demand, by option
   */
  record Pattern(Map<Integer, Integer> instances, Map<Option, Double> shares, double usdPerHour) {
    static final Pattern NONE = new Pattern(Map.of(), Map.of(), Double.POSITIVE_INFINITY);

    boolean carries() {
      return !Double.isInfinite(usdPerHour);
    }
  }

  /** The best pattern at some prices, and what none costs less than, the prices included. */
  record Best(Pattern pattern, double bound) {}

  private final List<List<Item>> kinds;
  private final boolean oneOrigin;
  private final double leastTransfer;
  private final double dearestTransfer;

  /** What transfer of the last instance the bound may have to take back, at the most. */
  private final double unsent;

  private Priced(List<List<Item>> kinds, boolean oneOrigin, double leastTransfer) {
    this.kinds = kinds;
    this.oneOrigin = oneOrigin;
    this.leastTransfer = leastTransfer;
    this.dearestTransfer =
        kinds.stream().flatMap(List::stream).mapToDouble(this::variable).max().orElse(0);
    this.unsent =
        kinds.stream().mapToDouble(k -> k.get(0).part()).max().orElse(0) * dearestTransfer;
  }

  /**
   * @param stages of one component; all have the same open options
   * @param offers numbers by {@link Option#stock}
   */
  static Priced of(
      List<Stage> stages, Predicate<Lane> open, Sizing sizing, Map<String, Integer> offers) {
    Map<String, List<Lane>> byOption = new LinkedHashMap<>();
    double least = 0;
    for (Stage stage : stages) {
      List<Lane> lanes = stage.lanes().stream().filter(open).toList();
      lanes.forEach(l -> byOption.computeIfAbsent(l.option().id(), o -> new ArrayList<>()).add(l));
      least += lanes.stream().mapToDouble(Lane::transferUsdPerHour).min().orElse(0);
    }
    Map<Float, List<Item>> byPart = new TreeMap<>();
    for (List<Lane> lanes : byOption.values()) {
      Item item = item(lanes, sizing, offers);
      // Rounded, so that regions with the same machine are one kind.
      byPart.computeIfAbsent((float) item.part(), p -> new ArrayList<>()).add(item);
    }
    boolean oneOrigin = stages.size() == 1;
    return new Priced(List.copyOf(byPart.values()), oneOrigin, oneOrigin ? 0 : least);
  }

  private static Item item(List<Lane> lanes, Sizing sizing, Map<String, Integer> offers) {
    Option option = lanes.get(0).option();
    double work = lanes.stream().mapToDouble(l -> option.work(l.flow())).sum();
    return new Item(
        offers.get(option.stock()),
        option,
        Math.min(1, option.capacity(1, sizing) / work),
        Math.min(option.limit(), option.instancesFor(work, sizing)),
        lanes.stream().mapToDouble(Lane::transferUsdPerHour).sum(),
        lanes.stream().mapToDouble(Lane::usageUsdPerHour).sum());
  }

  /**
   * @param prices of an instance of each offer, above its own
   * @param room instances that there are of each offer
   */
  Best best(double[] prices, int[] room) {
    List<Item[]> sorted = new ArrayList<>();
    List<double[]> costs = new ArrayList<>();
    for (List<Item> kind : kinds) {
      Item[] items = kind.toArray(Item[]::new);
      Arrays.sort(
          items,
          Comparator.comparingDouble((Item i) -> cost(i, prices)).thenComparingInt(Item::offer));
      sorted.add(items);
      costs.add(sums(items, prices, room));
    }
    Search search = new Search(costs);
    search.from(0, 1, 0);
    return search.best.length == 0
        ? new Best(Pattern.NONE, Double.POSITIVE_INFINITY)
        : new Best(pattern(sorted, search.best, room), search.bound + leastTransfer);
  }

  /**
   * Of a full instance. With several origins, which of them is sent where is left open, so the
   * bound counts the least transfer of each instead.
   */
  private double cost(Item item, double[] prices) {
    return item.option().usdPerHour() + prices[item.offer()] + item.part() * variable(item);
  }

  private double variable(Item item) {
    return item.usageUsdPerHour() + (oneOrigin ? item.transferUsdPerHour() : 0);
  }

  /** Cost of the n cheapest instances of a kind, by n; up to what carries the whole demand. */
  private double[] sums(Item[] items, double[] prices, int[] room) {
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

  /** Over the number of instances of each kind. */
  private final class Search {
    private final List<double[]> costs;
    private final int[] counts;
    private final double[] leastRate;
    private int[] best = new int[0];
    private double bound = Double.POSITIVE_INFINITY;

    Search(List<double[]> costs) {
      this.costs = costs;
      this.counts = new int[costs.size()];
      this.leastRate = new double[costs.size() + 1];
      leastRate[costs.size()] = Double.POSITIVE_INFINITY;
      for (int k = costs.size() - 1; k >= 0; k--) {
        double first = costs.get(k).length > 1 ? costs.get(k)[1] : Double.POSITIVE_INFINITY;
        leastRate[k] = Math.min(leastRate[k + 1], first / kinds.get(k).get(0).part());
      }
    }

    void from(int kind, double missing, double cost) {
      if (missing <= ROUNDING) {
        // What the last instance does not carry is not sent either.
        double least = cost + Math.min(0, missing) * dearestTransfer;
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
  }

  private static Pattern pattern(List<Item[]> sorted, int[] counts, int[] room) {
    Map<Integer, Integer> instances = new TreeMap<>();
    List<Item> taken = new ArrayList<>();
    for (int kind = 0; kind < counts.length; kind++) {
      int left = counts[kind];
      for (Item item : sorted.get(kind)) {
        int n = Math.min(left, item.room(room));
        if (n > 0) {
          instances.put(item.offer(), n);
          taken.add(item);
          left -= n;
        }
      }
    }
    return filled(instances, taken);
  }

  /** Where use is cheapest comes first; every origin is divided alike. */
  private static Pattern filled(Map<Integer, Integer> instances, List<Item> taken) {
    taken.sort(
        Comparator.comparingDouble((Item i) -> i.transferUsdPerHour() + i.usageUsdPerHour())
            .thenComparingInt(Item::offer));
    Map<Option, Double> shares = new LinkedHashMap<>();
    double missing = 1;
    double usdPerHour = 0;
    for (Item item : taken) {
      int n = instances.get(item.offer());
      double share = Math.min(missing, n * item.part());
      shares.put(item.option(), share);
      usdPerHour +=
          n * item.option().usdPerHour()
              + share * (item.transferUsdPerHour() + item.usageUsdPerHour());
      missing -= share;
    }
    return new Pattern(instances, shares, usdPerHour);
  }
}
