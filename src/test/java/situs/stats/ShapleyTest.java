package situs.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

class ShapleyTest {
  /** Worths drawn at random; nobody is worth 0. */
  private static double[] game(int players, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] worth = new double[1 << players];
    for (int i = 1; i < worth.length; i++) {
      worth[i] = random.nextDouble(100);
    }
    return worth;
  }

  private static LongToDoubleFunction of(double[] worth) {
    return coalition -> worth[(int) coalition];
  }

  /** The definition: every order, one by one. */
  private static double[] byOrders(int players, double[] worth) {
    double[] sums = new double[players];
    List<int[]> orders = new ArrayList<>();
    permute(new int[players], 0, 0, orders);
    for (int[] order : orders) {
      int coalition = 0;
      for (int player : order) {
        int with = coalition | 1 << player;
        sums[player] += worth[with] - worth[coalition];
        coalition = with;
      }
    }
    return Arrays.stream(sums).map(sum -> sum / orders.size()).toArray();
  }

  private static void permute(int[] order, int at, int used, List<int[]> all) {
    if (at == order.length) {
      all.add(order.clone());
      return;
    }
    for (int player = 0; player < order.length; player++) {
      if ((used >> player & 1) == 0) {
        order[at] = player;
        permute(order, at + 1, used | 1 << player, all);
      }
    }
  }

  @Test
  void isTheMeanOverAllOrders() {
    for (int players = 1; players <= 6; players++) {
      for (int seed = 0; seed < 20; seed++) {
        double[] worth = game(players, seed);
        assertThat(Shapley.exact(players, of(worth)))
            .containsExactly(byOrders(players, worth), within(1e-9));
      }
    }
  }

  @Test
  void theValuesSumToWhatAllAreWorth() {
    double[] worth = game(10, 1);
    assertThat(Arrays.stream(Shapley.exact(10, of(worth))).sum())
        .isCloseTo(worth[1023], within(1e-9));
  }

  @Test
  void whoAddsNothingHasNothingAndEqualsHaveTheSame() {
    // The worth is the square of how many of players 0 and 1 are in; player 2 adds nothing.
    double[] values = Shapley.exact(3, coalition -> Math.pow(Long.bitCount(coalition & 0b11), 2));
    assertThat(values).containsExactly(new double[] {2, 2, 0}, within(1e-12));
  }

  @Test
  void sampledValuesCoverTheExactOnes() {
    int covered = 0;
    for (int seed = 0; seed < 40; seed++) {
      double[] worth = game(5, seed);
      double[] exact = Shapley.exact(5, of(worth));
      List<Estimate> sampled = Shapley.sampled(5, of(worth), 400, new RandomStream(seed));
      for (int player = 0; player < 5; player++) {
        Estimate estimate = sampled.get(player);
        covered +=
            Math.abs(estimate.mean() - exact[player]) <= estimate.ci95().orElseThrow() ? 1 : 0;
      }
    }
    // 95 % of 200 is 190, give or take 3 each; values of one game hang together.
    assertThat(covered).isBetween(178, 200);
  }
}
