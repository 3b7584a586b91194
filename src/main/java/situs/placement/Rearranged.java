package situs.placement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import situs.placement.Priced.Pattern;
import situs.stats.RandomStream;
import situs.stats.Streams;

/**
 * A placement of a market, made better by local search: a few groups give back what they rent and
 * choose again, one after the other, from what is then left; kept when together they cost less
 * (ruin and recreate; Schrimpf and others, J. Comp. Physics 159, 2000). They see the market's
 * prices in a part that changes from try to try, so that they leave scarce offers to those who gain
 * most.
 */
final class Rearranged {
  /** A group without a place costs more than any that has one. */
  private static final double NOWHERE = 1e9;

  private static final int TRIES_A_GROUP = 60;
  private static final int MOST_AT_ONCE = 6;
  private static final double HIGHEST_PART = 1.2;

  private final Market market;
  private final Prices prices;
  private final RandomStream random = new Streams(1, 1).of("local-search");
  private final Pattern[] patterns;
  private int[] room;

  private Rearranged(Market market, Prices prices) {
    this.market = market;
    this.prices = prices;
    this.patterns = new Pattern[market.groups().size()];
    this.room = market.capacity().clone();
  }

  /** Each group in turn, the dearest first, at the prices. */
  static List<Pattern> greedy(Market market, Prices prices) {
    Rearranged made = new Rearranged(market, prices);
    made.fill();
    return List.of(made.patterns);
  }

  static List<Pattern> search(Market market, Prices prices) {
    Rearranged made = new Rearranged(market, prices);
    made.fill();
    for (int i = 0; i < TRIES_A_GROUP * made.patterns.length; i++) {
      made.attempt();
    }
    return List.of(made.patterns);
  }

  /** What it would cost if those without a place cost as much as the others in the mean. */
  static double guessedUsdPerHour(List<Pattern> patterns) {
    return patterns.size()
        * patterns.stream()
            .filter(Pattern::carries)
            .mapToDouble(Pattern::usdPerHour)
            .average()
            .orElse(NOWHERE);
  }

  private void fill() {
    double[] alone = new double[patterns.length];
    Arrays.setAll(alone, i -> cost(market.groups().get(i).pattern(market.noPrices(), room)));
    Integer[] order = new Integer[patterns.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -alone[i]).thenComparing(i -> i));
    for (int i : order) {
      patterns[i] = market.groups().get(i).pattern(prices.usdPerHour(), room);
      take(room, patterns[i], 1);
    }
  }

  private void attempt() {
    int[] some = some();
    int[] free = room.clone();
    double before = 0;
    for (int i : some) {
      before += cost(patterns[i]);
      take(free, patterns[i], -1);
    }
    double part = HIGHEST_PART * random.nextDouble();
    double[] seen = Arrays.stream(prices.usdPerHour()).map(p -> part * p).toArray();
    Pattern[] again = new Pattern[some.length];
    double after = 0;
    for (int k = 0; k < some.length && after < before; k++) {
      again[k] = market.groups().get(some[k]).pattern(seen, free);
      after += cost(again[k]);
      take(free, again[k], 1);
    }
    if (after < before * (1 - 1e-12)) {
      for (int k = 0; k < some.length; k++) {
        patterns[some[k]] = again[k];
      }
      room = free;
    }
  }

  private int[] some() {
    int wanted = Math.min(patterns.length, 1 + random.nextInt(MOST_AT_ONCE));
    Set<Integer> chosen = new LinkedHashSet<>();
    while (chosen.size() < wanted) {
      chosen.add(random.nextInt(patterns.length));
    }
    return chosen.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void take(int[] room, Pattern pattern, int sign) {
    pattern.instances().forEach((offer, n) -> room[offer] -= sign * n);
  }

  private static double cost(Pattern pattern) {
    return pattern.carries() ? pattern.usdPerHour() : NOWHERE;
  }
}
