package situs.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import situs.ContractFixture;
import situs.contract.Circumstances;
import situs.contract.Contracts;
import situs.model.Scenario;
import situs.optimise.Effort;
import situs.placement.Concession.Point;
import situs.placement.Optima.Optimum;

/** An instance carries 1.5 requests a second; red costs 1 USD an hour, blue 3, green 6. */
class ConcessionsTest {
  private static final Effort EFFORT = new Effort(1e-6, Effort.NODES, Duration.ofMinutes(5));
  private static final Scenario ONE = perSecond(1);
  private static final Scenario TWO = perSecond(3);

  private static Scenario perSecond(double requests) {
    return of(requests, 9, 9, 9);
  }

  private static Scenario of(double requests, int red, int blue, int green) {
    return scenario(
        List.of(
            datacenter("red/a", offer(gpus("gpu8", "G", 8), "1", red)),
            datacenter("blue/b", offer(gpus("gpu8", "G", 8), "3", blue)),
            datacenter("green/c", offer(gpus("gpu8", "G", 8), "6", green))),
        List.of(model("api", OptionalInt.of(8), flat("Town", requests))),
        profile("G", 8, 1));
  }

  private static Contracts contracts(String... clauses) {
    return ContractFixture.read("contract: t\nclauses:\n" + String.join("", clauses))
        .under(NOTHING_BESIDES);
  }

  private static final Circumstances NOTHING_BESIDES =
      ContractFixture.besides(Map.of("blue-bought", BigDecimal.ZERO));

  private static String clause(String id, String over, String rule) {
    return "  %s:\n    text: t\n    cite: t\n    over: %s\n    %s\n".formatted(id, over, rule);
  }

  private static String share(String id, String kind, String of, String over, double percent) {
    return clause(
        id,
        over,
        "%s-share: {of: %s, %s: %s %%, where: %s.provider == 'blue'}"
            .formatted(
                kind,
                of,
                kind.equals("minimum") ? "at-least" : "at-most",
                percent,
                over.equals("route") ? "target" : over));
  }

  private static String blueInstances(int amount) {
    return clause(
        "blue-bought",
        "placement",
        "minimum-capacity: {of: instances, amount: %d, with: blue}".formatted(amount));
  }

  private static List<Concession> of(Scenario scenario, Contracts contracts) {
    ClausePrices prices = ClausePrices.of(Optima.of(scenario, contracts), r -> true, EFFORT);
    return Concessions.of(scenario, contracts, r -> true, prices, EFFORT);
  }

  private static Optional<Double> cost(Scenario scenario, Contracts contracts) {
    return Optima.of(scenario, contracts)
        .soughtInTime(clause -> true, new Goal.Cost(), EFFORT)
        .decided()
        .map(Optimum::usdPerDay);
  }

  private static Change.Eased eased(Concession concession) {
    return (Change.Eased) concession.change();
  }

  private static double saved(Concession concession) {
    return concession.saved().orElseThrow().usdPerDay();
  }

  private static double rate(Concession concession) {
    return concession.savedPerUnit().orElseThrow();
  }

  @Test
  void aRegionConcededSavesWhatItsPlacementSaves() {
    List<Concession> all =
        of(
            ONE,
            contracts(clause("only-green", "placement", "require: placement.provider == 'green'")));
    assertThat(all)
        .extracting(c -> c.change().words())
        .containsExactly(
            "does not bind where red/a has part", "does not bind where blue/b has part");
    // From 6 to 1 and to 3 USD an hour.
    assertThat(saved(all.get(0))).isCloseTo(120, within(1e-3));
    assertThat(saved(all.get(1))).isCloseTo(72, within(1e-3));
    assertThat(all).allSatisfy(c -> assertThat(c.points()).isEmpty());
  }

  /** Slow instances carry 0.75 a second, and red and blue have one each: both, or one green. */
  @Test
  void whereNoRegionHelpsAloneThePairThatDoes() {
    Scenario scarce =
        scenario(
            List.of(
                datacenter("red/a", offer(gpus("slow8", "S", 8), "1", 1)),
                datacenter("blue/b", offer(gpus("slow8", "S", 8), "3", 1)),
                datacenter("green/c", offer(gpus("gpu8", "G", 8), "6", 9))),
            List.of(model("api", OptionalInt.of(8), flat("Town", 1))),
            profile("S", 8, 2),
            profile("G", 8, 1));
    List<Concession> all =
        of(
            scarce,
            contracts(clause("only-green", "placement", "require: placement.provider == 'green'")));
    assertThat(all).hasSize(1);
    assertThat(all.get(0).change().words())
        .isEqualTo("does not bind where red/a or blue/b has part");
    // 4 instead of 6 USD an hour, for two regions.
    assertThat(saved(all.get(0))).isCloseTo(48, within(1e-3));
    assertThat(rate(all.get(0))).isCloseTo(24, within(1e-3));
  }

  /** For any share an instance must be there, and carries all: no figure saves but none. */
  @Test
  void aShareThatNeedsAnInstanceAnywaySavesNothingShortOfAll() {
    List<Concession> all =
        of(ONE, contracts(share("most-at-blue", "minimum", "requests", "route", 50)));
    assertThat(all).hasSize(1);
    assertThat(all.get(0).points()).containsExactly(Point.FIRST, Point.BEST, Point.ALL);
    assertThat(all.get(0).change().words()).isEqualTo("asks for at least 0 % instead of 50 %");
    assertThat(eased(all.get(0)).tooLittle()).isEqualTo(0.5);
    // From 3 to 1 USD an hour; 48 for 50 points.
    assertThat(saved(all.get(0))).isCloseTo(48, within(1e-3));
    assertThat(rate(all.get(0))).isCloseTo(0.96, within(1e-3));
  }

  /** Two instances carry the demand: blue both above a half, one of them below, none at 0 %. */
  @Test
  void aShareOfInstancesIsEasedFromOneToTheOther() {
    List<Concession> all =
        of(TWO, contracts(share("most-is-blue", "minimum", "instances", "placement", 52)));
    assertThat(all)
        .extracting(c -> c.change().words())
        .containsExactly(
            "asks for at least 50 % instead of 52 %", "asks for at least 0 % instead of 52 %");
    Concession first = all.get(0);
    assertThat(first.points()).containsExactly(Point.FIRST, Point.BEST);
    assertThat(eased(first).tooLittle()).isEqualTo(50.5);
    // One red instead of the second blue: 48 for 2 points.
    assertThat(saved(first)).isCloseTo(48, within(1e-3));
    assertThat(rate(first)).isCloseTo(24, within(1e-3));
    Concession last = all.get(1);
    assertThat(last.points()).containsExactly(Point.ALL);
    assertThat(eased(last).tooLittle()).isEqualTo(0.5);
    assertThat(saved(last)).isCloseTo(96, within(1e-3));
    assertThat(rate(last)).isCloseTo(96 / 52.0, within(1e-3));
  }

  /**
   * At most 40 % of instances blue: with two needed, both are elsewhere, where red has but one and
   * green costs 6; at 50 % one is blue. Beyond, nothing is cheaper than red and blue.
   */
  @Test
  void aMaximumIsRaised() {
    Scenario oneRed = of(3, 1, 9, 9);
    List<Concession> all =
        of(oneRed, contracts(share("little-is-blue", "maximum", "instances", "placement", 40)));
    assertThat(all).hasSize(1);
    assertThat(all.get(0).change().words()).isEqualTo("asks for at most 50 % instead of 40 %");
    assertThat(eased(all.get(0)).tooLittle()).isEqualTo(49.5);
    // 3 instead of 6 USD an hour.
    assertThat(saved(all.get(0))).isCloseTo(72, within(1e-3));
    assertThat(rate(all.get(0))).isCloseTo(7.2, within(1e-3));
  }

  /** A blue instance is 72 USD a day: two for 75, one down to the last dollar, then a red one. */
  @Test
  void aSumIsLoweredToWhatTheInstancesCost() {
    List<Concession> all =
        of(
            ONE,
            contracts(
                clause(
                    "blue-bought",
                    "charge",
                    "minimum-spend: {amount: 75 USD, with: blue, per: day}")));
    assertThat(all).hasSize(2);
    Concession first = all.get(0);
    assertThat(first.points()).containsExactly(Point.FIRST, Point.BEST);
    assertThat(eased(first).unit()).isEqualTo("USD/day");
    assertThat(eased(first).to()).isCloseTo(72, within(0.08));
    assertThat(saved(first)).isCloseTo(72, within(0.2));
    assertThat(rate(first)).isCloseTo(24, within(1.0));
    Concession last = all.get(1);
    assertThat(last.points()).containsExactly(Point.ALL);
    assertThat(last.change().words())
        .isEqualTo("asks for at least 0 USD/day instead of 75 USD/day");
    // 144 with both, 24 with a red one.
    assertThat(saved(last)).isCloseTo(120, within(0.2));
    assertThat(rate(last)).isCloseTo(1.6, within(0.01));
  }

  /** Three blue instances are asked and two are there. */
  @Test
  void whatCannotBeKeptIsEasedUntilItCan() {
    List<Concession> all = of(of(1, 9, 2, 9), contracts(blueInstances(3)));
    assertThat(all)
        .extracting(c -> c.change().words())
        .containsExactly(
            "asks for at least 2 instances instead of 3 instances",
            "asks for at least 0 instances instead of 3 instances");
    assertThat(all).allSatisfy(c -> assertThat(c.saved()).isEmpty());
    assertThat(all.get(0).points()).containsExactly(Point.FIRST);
    assertThat(all.get(1).points()).containsExactly(Point.ALL);
    assertThat(all)
        .extracting(c -> c.then().found().map(Optimum::usdPerDay).map(Math::round).orElseThrow())
        .containsExactly(144L, 24L);
  }

  /** By one reading it asks for a share, by the other for a place. */
  @Test
  void whatIsAPlaceByAnotherReadingIsNotWaivedByAskingForNoShare() {
    Contracts both =
        contracts(
            "  blue:\n    text: t\n    cite: t\n    over: placement\n    readings:\n"
                + "      letter: {minimum-share: {of: instances, at-least: 50 %, where:"
                + " placement.provider == 'blue'}}\n"
                + "      spirit: {require: placement.provider == 'blue'}\n");
    // The place is asked whatever the share: one instance stays blue, for half of them must be.
    assertThat(of(ONE, both)).isEmpty();
    List<Concession> all = of(TWO, both);
    assertThat(all)
        .extracting(c -> c.change().words())
        .containsExactly("does not bind where red/a has part");
    // One red and one blue instead of two blue.
    assertThat(saved(all.get(0))).isCloseTo(48, within(1e-3));
  }

  /** Each amount written into the contract itself, one after the other. */
  @Test
  void agreesWithContractsThatAskForEachNumberOfInstances() {
    for (int seed = 0; seed < 4; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int asked = 1 + random.nextInt(4);
      Scenario scenario =
          of(0.5 + 2 * random.nextDouble(), 1 + random.nextInt(3), 1 + random.nextInt(4), 9);
      double[] costs = new double[asked + 1];
      for (int level = 0; level <= asked; level++) {
        int amount = asked - level;
        Contracts written =
            amount == 0 ? contracts(NOTHING_ASKED) : contracts(blueInstances(amount));
        costs[level] = cost(scenario, written).orElse(Double.POSITIVE_INFINITY);
      }
      agrees(of(scenario, contracts(blueInstances(asked))), costs, 1);
    }
  }

  private static final String NOTHING_ASKED =
      clause("nothing", "placement", "forbid: placement.provider == 'pink'");

  /**
   * Seven instances: what is asked of blue takes two of them, then one, then none. A share of
   * requests is kept with room for chance, which is that of the share asked.
   */
  @Test
  void agreesWithContractsThatAskForEachHalfPoint() {
    Scenario seven = of(12, 9, 9, 9);
    double[] costs = new double[33];
    for (int level = 0; level < costs.length; level++) {
      String clause = share("c", "minimum", "requests", "route", 16 - level / 2.0);
      costs[level] = cost(seven, contracts(clause)).orElseThrow();
    }
    agrees(of(seven, contracts(share("c", "minimum", "requests", "route", 16))), costs, 0.5);
  }

  /** Against the costs of every level. */
  private static void agrees(List<Concession> told, double[] costs, double step) {
    int last = costs.length - 1;
    int first = 0;
    while (first < last && !(costs[first] < costs[0] - 1e-3)) {
      first++;
    }
    int all = last;
    while (all > 0 && costs[all - 1] < costs[last] + 1e-3) {
      all--;
    }
    if (all == 0) {
      assertThat(told).isEmpty();
      return;
    }
    assertThat(point(told, Point.FIRST).change().amount()).isCloseTo(first * step, within(1e-6));
    assertThat(point(told, Point.ALL).change().amount()).isCloseTo(all * step, within(1e-6));
    for (Concession concession : told) {
      int level = (int) Math.round(concession.change().amount() / step);
      assertThat(concession.then().found().orElseThrow().usdPerDay())
          .isCloseTo(costs[level], within(1e-3));
    }
    if (costs[0] < Double.POSITIVE_INFINITY) {
      double best = 0;
      for (int level = 1; level <= last; level++) {
        best = Math.max(best, (costs[0] - costs[level]) / (level * step));
      }
      assertThat(rate(point(told, Point.BEST))).isCloseTo(best, within(0.02 * best));
    }
  }

  private static Concession point(List<Concession> told, Point point) {
    return told.stream().filter(c -> c.points().contains(point)).findFirst().orElseThrow();
  }
}
