package situs.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import situs.optimise.Answer.Outcome;
import situs.optimise.Effort;
import situs.placement.Concession.Point;
import situs.placement.Optima.Optimum;
import situs.placement.Staircase.Landing;

class StaircaseTest {

  private static Optimum costing(double usdPerDay) {
    return costing(usdPerDay, 0);
  }

  private static Optimum costing(double usdPerDay, double slack) {
    return new Optimum(
        usdPerDay,
        Optional.of(usdPerDay - slack),
        new Reached(usdPerDay, usdPerDay - slack),
        0,
        0,
        true,
        Outcome.PROVEN,
        Set.of());
  }

  private static Landing at(List<Landing> landings, Point point) {
    return landings.stream().filter(l -> l.points().contains(point)).findFirst().orElseThrow();
  }

  /** Costs by level; a negative one stands for no placement. */
  private static List<Landing> landings(double... costs) {
    IntFunction<Sought<Optimum>> search =
        level ->
            costs[level] < 0
                ? new Sought.Impossible<>()
                : new Sought.Found<>(costing(costs[level]));
    int last = costs.length - 1;
    return new Staircase(
            search.apply(0).found(), costing(costs[last]), last, level -> level, search)
        .landings();
  }

  @Test
  void theFirstStepTheSteepestAndTheLastAreTold() {
    // By level 2 saved are 10 (5 a level), by 3 saved 60 (20 a level), by 7 all 70 (10 a level).
    assertThat(landings(100, 100, 90, 40, 40, 40, 40, 30, 30, 30))
        .extracting(Landing::level, Landing::below, Landing::points)
        .containsExactly(
            tuple(2, 1, Set.of(Point.FIRST)),
            tuple(3, 2, Set.of(Point.BEST)),
            tuple(7, 6, Set.of(Point.ALL)));
  }

  @Test
  void aSingleStepIsAllThree() {
    assertThat(landings(100, 100, 100, 100, 20, 20))
        .extracting(Landing::level, Landing::below, Landing::points)
        .containsExactly(tuple(4, 3, Set.of(Point.FIRST, Point.BEST, Point.ALL)));
  }

  @Test
  void whereNothingWasPossibleTheFirstIsThePossible() {
    assertThat(landings(-1, -1, 90, 90, 50, 50))
        .extracting(Landing::level, Landing::points)
        .containsExactly(tuple(2, Set.of(Point.FIRST)), tuple(4, Set.of(Point.ALL)));
  }

  /** A ten-thousandth of the cost is as nothing. */
  @Test
  void whatNobodySeesIsNoStep() {
    assertThat(landings(1000, 999.95, 999.95, 500.04, 500.04, 500))
        .extracting(Landing::level, Landing::points)
        .containsExactly(tuple(3, Set.of(Point.FIRST, Point.BEST, Point.ALL)));
  }

  /** Known to 30 dollars: only what saves more than that is shown. */
  @Test
  void whatTheGapHidesIsNotShown() {
    double[] costs = {100, 80, 60, 40, 20};
    List<Landing> landings =
        new Staircase(
                Optional.of(costing(100, 30)),
                costing(20),
                4,
                level -> level,
                level -> new Sought.Found<>(costing(costs[level])))
            .landings();
    assertThat(at(landings, Point.FIRST).level()).isEqualTo(2);
    assertThat(at(landings, Point.FIRST).below()).isEqualTo(1);
  }

  /** Half way nobody knows: the least that is known is all, and 0 the nearest that does less. */
  @Test
  void whatNoSearchDecidesIsTakenForNeither() {
    assertThat(
            new Staircase(
                    Optional.of(costing(100)),
                    costing(20),
                    8,
                    level -> level,
                    level -> new Sought.Undecided<>(new Effort(0, 1, Duration.ofSeconds(1))))
                .landings())
        .extracting(Landing::level, Landing::below)
        .containsExactly(tuple(8, 0));
  }

  @Test
  void agreesWithEveryLevelOfRandomStaircases() {
    for (int seed = 0; seed < 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] costs = costs(random);
      List<Landing> landings = landings(costs);
      int last = costs.length - 1;
      int first = 0;
      while (costs[first] >= costs[0]) {
        first++;
      }
      int all = last;
      while (costs[all - 1] <= costs[last]) {
        all--;
      }
      double best = 0;
      for (int level = 1; level <= last; level++) {
        best = Math.max(best, (costs[0] - costs[level]) / level);
      }
      Landing told = at(landings, Point.BEST);
      assertThat(at(landings, Point.FIRST).level()).as("seed %s", seed).isEqualTo(first);
      assertThat(at(landings, Point.ALL).level()).as("seed %s", seed).isEqualTo(all);
      assertThat((costs[0] - costs[told.level()]) / told.level())
          .as("seed %s", seed)
          .isCloseTo(best, within(0.02 * best));
    }
  }

  /** With up to three steps, as few kinds of instances make them. */
  private static double[] costs(SplittableRandom random) {
    int levels = 2 + random.nextInt(120);
    List<Integer> steps = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      steps.add(1 + random.nextInt(levels));
    }
    double[] costs = new double[levels + 1];
    costs[0] = 1000;
    for (int level = 1; level <= levels; level++) {
      int here = level;
      long fallen = steps.stream().filter(s -> s == here).count();
      costs[level] = costs[level - 1] - fallen * (1 + random.nextInt(300));
    }
    return costs;
  }
}
