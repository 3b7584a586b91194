package situs.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import situs.placement.Cover.Item;

class CoverTest {

  private static Item linear(int limit, double usd, double sharePerInstance) {
    return new Item(limit, usd, 0, n -> n * sharePerInstance);
  }

  @Test
  void takesOneLargeInstanceWhereTwoOfABetterRateWouldCostMore() {
    // 10 USD for each share of 1 against 12 / 1.5 = 8 ... but whole: 0.9 needs two, 20, or one, 15
    List<Item> items = List.of(linear(5, 10, 0.9), linear(5, 15, 1.2));
    assertThat(Cover.leastCost(items)).containsExactly(0, 1);
  }

  @Test
  void takesAllWhenEvenThatIsNotEnough() {
    assertThat(Cover.leastCost(List.of(linear(2, 10, 0.2), linear(1, 1, 0.1))))
        .containsExactly(2, 1);
  }

  @Test
  void usesWhatIsRentedAlreadyBeforeItRents() {
    Item spare = new Item(3, 10, 0, n -> (n + 2) * 0.5);
    assertThat(Cover.leastCost(List.of(linear(5, 1, 0.5), spare))).containsExactly(0, 0);
  }

  @Test
  void prefersDearerInstancesWhereTransferCostsMoreThanTheDifference() {
    Item farOff = new Item(2, 10, 100, n -> n);
    Item near = new Item(2, 50, 0, n -> n);
    assertThat(Cover.leastCost(List.of(farOff, near))).containsExactly(0, 1);
  }

  @Test
  void manyRegionsOfOnePriceAreNotTriedInEveryCombination() {
    List<Item> items = new ArrayList<>(Collections.nCopies(30, linear(4, 98.32, 0.031)));
    // 1 / 0.031 = 32.3: 33 instances
    int rented = 0;
    for (int n : Cover.leastCost(items)) {
      rented += n;
    }
    assertThat(rented).isEqualTo(33);
  }

  /** Against every combination of counts, with convex capacities and transfer. */
  @RepeatedTest(200)
  void findsWhatTryingEverythingFinds(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    List<Item> items = new ArrayList<>();
    double transfer = random.nextDouble(5);
    for (int i = 0; i < 3; i++) {
      double unit = random.nextDouble(0.1, 0.7);
      double exponent = random.nextBoolean() ? 1 : 1.3;
      items.add(
          new Item(
              random.nextInt(1, 5),
              random.nextInt(1, 40),
              transfer,
              n -> unit * Math.pow(n, exponent)));
    }
    int[] chosen = Cover.leastCost(items);
    double least = Double.POSITIVE_INFINITY;
    for (int a = 0; a <= items.get(0).limit(); a++) {
      for (int b = 0; b <= items.get(1).limit(); b++) {
        for (int c = 0; c <= items.get(2).limit(); c++) {
          if (carried(items, a, b, c) >= 1) {
            least = Math.min(least, rent(items, a, b, c));
          }
        }
      }
    }
    if (Double.isInfinite(least)) {
      assertThat(carried(items, chosen)).isCloseTo(most(items), within(1e-12));
    } else {
      assertThat(carried(items, chosen)).isGreaterThanOrEqualTo(1 - 1e-9);
      assertThat(rent(items, chosen)).isCloseTo(least, within(1e-9));
    }
  }

  /** The first two are ways to buy the same instances. */
  @RepeatedTest(100)
  void takesNoMoreThanThereAreOfWhatIsShared(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    int all = random.nextInt(1, 6);
    Optional<Option.Stock> shared = Optional.of(new Option.Stock("s", all));
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      double unit = random.nextDouble(0.1, 0.7);
      items.add(
          new Item(
              random.nextInt(1, 5),
              random.nextInt(1, 40),
              0,
              i < 2 ? shared : Optional.empty(),
              n -> unit * n));
    }
    double least = Double.POSITIVE_INFINITY;
    for (int a = 0; a <= items.get(0).limit(); a++) {
      for (int b = 0; b <= Math.min(items.get(1).limit(), all - a); b++) {
        for (int c = 0; c <= items.get(2).limit(); c++) {
          if (carried(items, a, b, c) >= 1) {
            least = Math.min(least, rent(items, a, b, c));
          }
        }
      }
    }
    int[] chosen = Cover.leastCost(items);
    if (!Double.isInfinite(least)) {
      assertThat(rent(items, chosen)).isCloseTo(least, within(1e-9));
      assertThat(chosen[0] + chosen[1]).isLessThanOrEqualTo(all);
    }
  }

  private static double most(List<Item> items) {
    return items.stream().mapToDouble(Item::most).sum();
  }

  private static double carried(List<Item> items, int... counts) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += items.get(i).share().applyAsDouble(counts[i]);
    }
    return sum;
  }

  private static double rent(List<Item> items, int... counts) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i] * items.get(i).usdPerHour();
    }
    return sum;
  }
}
