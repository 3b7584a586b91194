package situs.placement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * How many instances to rent of each offer so that together they carry a demand at the least cost:
 * a minimum knapsack, solved by branch and bound. The bound rents fractions of instances at each
 * offer's best rate; the first solution tried is the greedy one by that rate.
 *
 * <p>Exact among the covers that rent nothing they could do without, unless {@value #MOST_NODES}
 * nodes were not enough; then it is the best found, and never worse than the greedy one. Equal
 * costs are decided by the order of the items.
 */
final class Cover {
  private static final int MOST_NODES = 200_000;
  private static final double ROUNDING = 1e-9;

  /**
   * An offer.
   *
   * @param limit instances at the most
   * @param usdPerHour of one instance; 0 where nothing is rented
   * @param usageUsdPerHour for transfer and by the token, if the whole demand went there
   * @param shared what it takes from together with others, as far as it is left
   * @param share of the demand that so many instances carry, 0 and more; not concave
   */
  record Item(
      int limit,
      double usdPerHour,
      double usageUsdPerHour,
      Optional<Option.Stock> shared,
      IntToDoubleFunction share) {

    /** An offer with instances of its own. */
    Item(int limit, double usdPerHour, double usageUsdPerHour, IntToDoubleFunction share) {
      this(limit, usdPerHour, usageUsdPerHour, Optional.empty(), share);
    }

    double most() {
      return share.applyAsDouble(limit);
    }

    /** Share that comes free, with instances that are rented already. */
    double free() {
      return share.applyAsDouble(0);
    }

    /**
     * Dollars for each share of the demand beyond what its use costs at the least, at best;
     * infinite when there is nothing to be had.
     *
     * @param leastUsage dollars for the whole demand where its use is cheapest
     */
    double rate(double leastUsage) {
      double gained = most() - free();
      if (gained <= 0) {
        return Double.POSITIVE_INFINITY;
      }
      return usdPerHour == 0 ? usageUsdPerHour - leastUsage : usdPerHour * limit / gained;
    }
  }

  private final List<Item> items;

  /** What is rented by rate, then what is paid by use alone: it takes what is left. */
  private final Integer[] order;

  /** Places in the order, by rate: or the bound would not be one. */
  private final Integer[] byRate;

  private final double leastUsage;
  private final int[] counts;

  /** Instances taken so far of what several offers share. */
  private final Map<String, Integer> taken = new HashMap<>();

  private int[] best;
  private double bestCost = Double.POSITIVE_INFINITY;
  private int nodes;

  private Cover(List<Item> items) {
    this.items = items;
    this.leastUsage = items.stream().mapToDouble(Item::usageUsdPerHour).min().orElse(0);
    this.order = new Integer[items.size()];
    Arrays.setAll(order, i -> i);
    Comparator<Integer> rate = Comparator.comparingDouble(i -> items.get(i).rate(leastUsage));
    Arrays.sort(
        order,
        Comparator.comparing((Integer i) -> items.get(i).usdPerHour() == 0)
            .thenComparing(rate)
            .thenComparingDouble(i -> items.get(i).usageUsdPerHour()));
    this.byRate = new Integer[items.size()];
    Arrays.setAll(byRate, place -> place);
    Arrays.sort(byRate, Comparator.comparing(place -> order[place], rate));
    this.counts = new int[items.size()];
    this.best = items.stream().mapToInt(Item::limit).toArray();
  }

  /** Instances of each item; all of them when even that does not carry the whole demand. */
  static int[] leastCost(List<Item> items) {
    Cover cover = new Cover(items);
    double free = items.stream().mapToDouble(Item::free).sum();
    if (items.stream().mapToDouble(Item::most).sum() >= 1 - ROUNDING) {
      cover.search(0, free, 0);
    }
    return cover.best;
  }

  private void search(int depth, double covered, double cost) {
    nodes++;
    if (covered >= 1 - ROUNDING) {
      keepIfCheaper(cost);
      return;
    }
    if (depth == order.length || nodes > MOST_NODES || bound(depth, covered, cost) >= bestCost) {
      return;
    }
    Item item = items.get(order[depth]);
    int most = twinHasRoom(depth) ? 0 : Math.min(left(item), enough(item, 1 - covered));
    for (int n = most; n >= 0; n--) {
      counts[order[depth]] = n;
      double gained = item.share().applyAsDouble(n) - item.free();
      take(item, n);
      search(depth + 1, covered + gained, cost + n * item.usdPerHour());
      take(item, -n);
    }
    counts[order[depth]] = 0;
  }

  private int left(Item item) {
    return item.shared()
        .map(s -> s.instances() - taken.getOrDefault(s.key(), 0))
        .orElse(Integer.MAX_VALUE);
  }

  private void take(Item item, int instances) {
    item.shared().ifPresent(s -> taken.merge(s.key(), instances, Integer::sum));
  }

  /**
   * Whether the item before is the same and not used up: then no instance of this one is needed,
   * for one more of the other does as well. Many regions ask the same price; without this the
   * search would go through every way to share instances among them.
   */
  private boolean twinHasRoom(int depth) {
    if (depth == 0) {
      return false;
    }
    Item item = items.get(order[depth]);
    Item before = items.get(order[depth - 1]);
    return counts[order[depth - 1]] < before.limit()
        && item.usdPerHour() == before.usdPerHour()
        && item.shared().equals(before.shared())
        && item.free() == 0
        && before.free() == 0
        && item.share().applyAsDouble(1) == before.share().applyAsDouble(1);
  }

  /** Fewest instances that carry what is missing, or all; by halving, for shares never fall. */
  private static int enough(Item item, double missing) {
    int few = 0;
    int many = item.limit();
    while (few < many) {
      int n = (few + many) / 2;
      if (item.share().applyAsDouble(n) - item.free() < missing - ROUNDING) {
        few = n + 1;
      } else {
        many = n;
      }
    }
    return few;
  }

  private double bound(int depth, double covered, double cost) {
    double missing = 1 - covered;
    double least = cost + leastUsage;
    for (int place : byRate) {
      Item item = items.get(order[place]);
      double share = place < depth ? 0 : Math.min(missing, item.most() - item.free());
      if (share > 0) {
        least += share * item.rate(leastUsage);
        missing -= share;
      }
    }
    return missing > ROUNDING ? Double.POSITIVE_INFINITY : least;
  }

  private void keepIfCheaper(double rent) {
    double cost = rent + usage();
    if (cost < bestCost - ROUNDING) {
      bestCost = cost;
      best = counts.clone();
    }
  }

  /** Of what was chosen, that whose use is cheapest is used first. */
  private double usage() {
    double missing = 1;
    double cost = 0;
    Integer[] byUsage = order.clone();
    Arrays.sort(byUsage, Comparator.comparingDouble(i -> items.get(i).usageUsdPerHour()));
    for (int i : byUsage) {
      double share = Math.min(missing, items.get(i).share().applyAsDouble(counts[i]));
      cost += share * items.get(i).usageUsdPerHour();
      missing -= share;
    }
    return cost;
  }
}
