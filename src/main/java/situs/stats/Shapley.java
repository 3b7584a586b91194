package situs.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/**
 * What each player of a game adds to what all of them are worth together, in the mean over all
 * orders in which they may join (Shapley, A value for n-person games, 1953). The values sum to that
 * worth less the worth of nobody.
 *
 * <p>A coalition is a number whose bits are its players.
 */
public final class Shapley {
  /** With more players there are too many coalitions to ask for each. */
  public static final int MOST_EXACT = 12;

  private static final int MOST_PLAYERS = 63;

  private Shapley() {}

  /** By player; asks for the worth of every coalition, once each. */
  public static double[] exact(int players, LongToDoubleFunction worth) {
    double[] worths = new double[1 << players];
    for (int coalition = 0; coalition < worths.length; coalition++) {
      worths[coalition] = worth.applyAsDouble(coalition);
    }
    double[] weights = weights(players);
    double[] values = new double[players];
    for (int coalition = 0; coalition < worths.length; coalition++) {
      for (int player = 0; player < players; player++) {
        int with = coalition | 1 << player;
        if (with != coalition) {
          double weight = weights[Integer.bitCount(coalition)];
          values[player] += weight * (worths[with] - worths[coalition]);
        }
      }
    }
    return values;
  }

  /** By number of those who joined before: the share of orders in which it is just them. */
  private static double[] weights(int players) {
    double[] weights = new double[players];
    double orders = 1;
    for (int before = 0; before < players; before++) {
      // 1 / (n * (n - 1 over k))
      weights[before] = 1 / (players * orders);
      orders = orders * (players - 1 - before) / (before + 1);
    }
    return weights;
  }

  /**
   * By player, from so many random orders; the interval is that of sampling.
   *
   * @param worth asked again for coalitions that come again
   */
  public static List<Estimate> sampled(
      int players, LongToDoubleFunction worth, int orders, RandomStream random) {
    if (players > MOST_PLAYERS) {
      throw new IllegalArgumentException("at most " + MOST_PLAYERS + " players, got " + players);
    }
    List<List<Double>> added = new ArrayList<>();
    int[] order = new int[players];
    for (int player = 0; player < players; player++) {
      added.add(new ArrayList<>());
      order[player] = player;
    }
    for (int i = 0; i < orders; i++) {
      shuffle(order, random);
      long coalition = 0;
      double before = worth.applyAsDouble(coalition);
      for (int player : order) {
        coalition |= 1L << player;
        double after = worth.applyAsDouble(coalition);
        added.get(player).add(after - before);
        before = after;
      }
    }
    return added.stream().map(values -> Estimate.of(values).orElseThrow()).toList();
  }

  private static void shuffle(int[] order, RandomStream random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
  }
}
