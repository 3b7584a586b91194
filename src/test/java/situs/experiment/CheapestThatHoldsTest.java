package situs.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import situs.ScenarioFixture;
import situs.ScenarioFixture.Wires;
import situs.contract.Contracts;
import situs.experiment.Tightening.End;
import situs.experiment.Tightening.Wish;
import situs.model.Datacenter;
import situs.model.Metric;
import situs.model.ModelWorkload;
import situs.model.Objective;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.model.Share;
import situs.optimise.Effort;
import situs.placement.Goal;
import situs.placement.Promises;

/**
 * The best that holds against every placement that there is, each simulated: every number of
 * instances in two regions, and every division of the calls in tenths.
 */
class CheapestThatHoldsTest {
  private static final int INSTANCES = 3;
  private static final int TENTHS = 10;
  private static final int MOST_ROUNDS = 40;

  /** An instance has two replicas, each of which sustains 3.125 calls a second, at 60 %. */
  private static final double CALLS_PER_S = 3.75;

  private static final Experimenter EXPERIMENTER =
      new Experimenter(Replication::new, 2, (done, all) -> {});

  /** Two regions with prices and distances, and a limit for 95 % of the first tokens. */
  private record Case(Scenario scenario, double perSecond, List<Integer> usdPerHour) {

    static Case of(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      double perSecond = random.nextDouble(3, 8);
      List<Integer> usdPerHour = List.of(random.nextInt(10, 60), random.nextInt(10, 60));
      List<Datacenter> datacenters =
          List.of(
              datacenter("red/a", offer(gpus("gpu8", "G", 8), "" + usdPerHour.get(0), INSTANCES)),
              datacenter("red/b", offer(gpus("gpu8", "G", 8), "" + usdPerHour.get(1), INSTANCES)));
      ModelWorkload w = model("api", OptionalInt.of(4), flat("North", perSecond));
      Objective objective = new Objective(Metric.TTFT, 0.95, random.nextDouble(0.12, 0.3));
      ModelWorkload limited = ScenarioFixture.within(w, objective);
      Map<String, Double> ms =
          Map.of("North>red/a", random.nextDouble(1, 80), "North>red/b", random.nextDouble(1, 80));
      return new Case(
          ScenarioFixture.scenario(
                  Optional.of("red"),
                  datacenters,
                  List.of(limited),
                  List.of(),
                  List.of(profile("G", 4, 1)),
                  new Wires(ms))
              .withRun(Duration.ofMinutes(20), seed, 1),
          perSecond,
          usdPerHour);
    }

    /** Dollars a day; empty where nothing holds. Transfer costs the same from both regions. */
    Optional<Integer> leastRent() {
      return IntStream.rangeClosed(0, INSTANCES)
          .boxed()
          .flatMap(a -> IntStream.rangeClosed(0, INSTANCES).mapToObj(b -> List.of(a, b)))
          .sorted(Comparator.comparingInt(this::rent))
          .filter(this::holds)
          .map(this::rent)
          .findFirst();
    }

    int rent(List<Integer> counts) {
      return 24 * (counts.get(0) * usdPerHour.get(0) + counts.get(1) * usdPerHour.get(1));
    }

    private boolean holds(List<Integer> counts) {
      return IntStream.rangeClosed(0, TENTHS)
          .filter(tenths -> carries(counts.get(0), tenths))
          .filter(tenths -> carries(counts.get(1), TENTHS - tenths))
          .anyMatch(tenths -> keeps(placement(counts, tenths)));
    }

    private boolean carries(int instances, int tenths) {
      return perSecond * tenths / TENTHS <= CALLS_PER_S * instances;
    }

    private boolean keeps(Placement placement) {
      Experiment experiment =
          EXPERIMENTER.run(scenario, Contracts.NONE, List.of(new Given("given", placement)));
      Objective objective = scenario.workloads().get(0).objectives().get(0);
      return Cells.merged(
                  experiment.results().get(0).runs().get(0), "api", Metric.TTFT, LatencyRow.ALL)
              .quantile(0.95)
          <= objective.limitS();
    }

    private Placement placement(List<Integer> counts, int tenths) {
      List<Placed> placed = new ArrayList<>();
      List<Share> shares = new ArrayList<>();
      for (int i = 0; i < counts.size(); i++) {
        if (counts.get(i) > 0) {
          Placed pool = placed(scenario.datacenters().get(i), counts.get(i));
          double share = (double) (i == 0 ? tenths : TENTHS - tenths) / TENTHS;
          placed.add(pool);
          shares.add(new Share("api", "North", Optional.empty(), pool.id(), share));
        }
      }
      return new Placement("given", placed, List.of(), RoutingRule.WEIGHTED, shares);
    }

    private Placed placed(Datacenter datacenter, int instances) {
      return new Placed(
          ((ModelWorkload) scenario.workloads().get(0)).pool(),
          datacenter.region(),
          Optional.of(datacenter.offers().get(0)),
          Optional.of(scenario.profiles().get(0)),
          instances,
          2 * instances,
          "");
    }

    Tightening found(Goal goal) {
      return Tightening.of(
          scenario,
          Contracts.NONE,
          new Wish("optimal", r -> true, goal),
          new Promises(scenario, Contracts.NONE, Effort.EXACT),
          EXPERIMENTER,
          MOST_ROUNDS);
    }
  }

  private static int rent(Case one, Round round) {
    return one.rent(
        one.scenario().datacenters().stream()
            .map(
                d ->
                    round.promise().placement().placed().stream()
                        .filter(p -> p.region().id().equals(d.region().id()))
                        .mapToInt(Placed::instances)
                        .sum())
            .toList());
  }

  @Test
  void noPlacementThatHoldsIsCheaper() {
    agreesOn(1, 16, 0);
  }

  /** Once in a while only another division of the calls holds, which is assumed not to be. */
  @Test
  @Tag("validity")
  void ofFourHundredNearlyNoneHasACheaperPlacementThatHolds() {
    agreesOn(100, 500, 20);
  }

  /**
   * @param mostDearer of the scenarios, where something cheaper holds than what was found
   */
  private static void agreesOn(long from, long until, int mostDearer) {
    int held = 0;
    int tightened = 0;
    List<Long> dearer = new ArrayList<>();
    for (long seed = from; seed < until; seed++) {
      Case one = Case.of(seed);
      Optional<Integer> least = one.leastRent();
      Tightening found = one.found(new Goal.Cost());
      assertThat(found.end()).as("seed %d", seed).isNotIn(End.ROUNDS, End.LIMITS);
      int rent = found.best().map(r -> rent(one, r)).orElse(Integer.MAX_VALUE);
      assertThat(rent).as("seed %d", seed).isGreaterThanOrEqualTo(least.orElse(Integer.MAX_VALUE));
      if (rent > least.orElse(Integer.MAX_VALUE)) {
        dearer.add(seed);
      }
      held += least.isPresent() ? 1 : 0;
      tightened += least.isPresent() && found.rounds().size() > 1 ? 1 : 0;
    }
    assertThat(dearer).hasSizeLessThanOrEqualTo(mostDearer);
    // A test of the test: holding is not rare, nor is it to miss at first.
    assertThat(held).isBetween((int) (until - from) / 3, (int) (until - from) * 9 / 10);
    assertThat(tightened).isGreaterThan((int) (until - from) / 8);
  }

  /** What is left of the gap is the division of the calls, which may cost a hundredth. */
  @Test
  void theBoundIsNoHigherThanWhatHolds() {
    for (long seed = 1; seed < 8; seed++) {
      Tightening found = Case.of(seed).found(new Goal.Cost());
      found
          .best()
          .ifPresent(
              best -> {
                assertThat(found.bound()).isLessThanOrEqualTo(best.promise().usdPerDay());
                assertThat(found.gap().orElseThrow()).isBetween(0.0, 0.01);
              });
    }
  }

  /** For a fifth more than the least there is always one. */
  @Test
  void withinABudgetTheQuickestThatHoldsIsFound() {
    int found = 0;
    for (long seed = 1; seed < 8; seed++) {
      Case one = Case.of(seed);
      Optional<Round> cheapest = one.found(new Goal.Cost()).best();
      if (cheapest.isPresent()) {
        double usdPerHour = 1.2 * cheapest.get().promise().usdPerDay() / 24;
        Tightening within = one.found(new Goal.Waiting(usdPerHour));
        Round best = within.best().orElseThrow();
        assertThat(best.isMissed()).isFalse();
        assertThat(best.promise().usdPerDay()).isLessThanOrEqualTo(24 * usdPerHour * (1 + 1e-6));
        assertThat(within.bound()).isLessThanOrEqualTo(best.promise().reached().value());
        found++;
      }
    }
    assertThat(found).isGreaterThan(2);
  }

  /**
   * Something holds whatever is wished for, and nothing that holds is cheaper than the cheapest.
   */
  @Test
  void costAndWaitingTogetherAreLeastAmongWhatHolds() {
    for (long seed = 1; seed < 8; seed++) {
      Case one = Case.of(seed);
      Goal goal = new Goal.Weighted(40);
      Optional<Round> cheapest = one.found(new Goal.Cost()).best();
      Optional<Round> best = one.found(goal).best();
      assertThat(best.isPresent()).as("seed %d", seed).isEqualTo(cheapest.isPresent());
      best.ifPresent(
          b ->
              assertThat(b.promise().usdPerDay())
                  .isGreaterThanOrEqualTo(cheapest.orElseThrow().promise().usdPerDay() * 0.99));
    }
  }
}
