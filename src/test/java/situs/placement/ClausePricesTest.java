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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import situs.ContractFixture;
import situs.ScenarioFixture.Wires;
import situs.contract.Contracts;
import situs.model.Metric;
import situs.model.ModelWorkload;
import situs.model.Objective;
import situs.model.Scenario;
import situs.model.Workload;
import situs.optimise.Effort;
import situs.stats.Estimate;

/** One instance carries the demand: red costs 1 USD an hour, blue 3, green 6. */
class ClausePricesTest {
  private static final Scenario SCENARIO =
      scenario(
          List.of(
              datacenter("red/a", offer(gpus("gpu8", "G", 8), "1", 9)),
              datacenter("blue/b", offer(gpus("gpu8", "G", 8), "3", 9)),
              datacenter("green/c", offer(gpus("gpu8", "G", 8), "6", 9))),
          List.of(model("api", OptionalInt.of(8), flat("Town", 1))),
          profile("G", 8, 1));

  private static Contracts contracts(String... clauses) {
    return ContractFixture.read("contract: t\nclauses:\n" + String.join("", clauses));
  }

  private static String forbid(String id, String provider) {
    return "  %s:\n    text: t\n    cite: t\n    over: placement\n    forbid: placement.provider == '%s'\n"
        .formatted(id, provider);
  }

  private static final String NOT_RED = forbid("not-red", "red");
  private static final String NOT_BLUE = forbid("not-blue", "blue");
  private static final String NOT_GREEN = forbid("not-green", "green");

  private static ClausePrices prices(Contracts contracts) {
    return ClausePrices.of(Optima.of(SCENARIO, contracts), r -> true, Effort.EXACT);
  }

  private static ClausePrices.Price price(ClausePrices prices, String clause) {
    return prices.clauses().stream()
        .filter(p -> p.clause().equals("t/" + clause))
        .findFirst()
        .orElseThrow();
  }

  private static double share(ClausePrices.Price price) {
    return price.share().orElseThrow().usdPerDay().mean();
  }

  @Test
  void aPremiumIsTheDifferenceOfTheOptima() {
    ClausePrices prices = prices(contracts(NOT_RED));
    // From 1 to 3 USD an hour.
    assertThat(prices.premium().orElseThrow().usdPerDay()).isCloseTo(48, within(1e-3));
    assertThat(price(prices, "not-red").alone().orElseThrow().usdPerDay())
        .isCloseTo(48, within(1e-3));
    assertThat(price(prices, "not-red").waived().orElseThrow().usdPerDay())
        .isCloseTo(48, within(1e-3));
  }

  @Test
  void whatClausesCostTogetherIsSharedByShapley() {
    ClausePrices prices = prices(contracts(NOT_RED, NOT_BLUE));
    assertThat(prices.premium().orElseThrow().usdPerDay()).isCloseTo(120, within(1e-3));
    // not-red: 48 when it comes first, 120 when it comes last. not-blue: nothing, then 72.
    ClausePrices.Price notRed = price(prices, "not-red");
    assertThat(notRed.alone().orElseThrow().usdPerDay()).isCloseTo(48, within(1e-3));
    assertThat(notRed.waived().orElseThrow().usdPerDay()).isCloseTo(120, within(1e-3));
    assertThat(share(notRed)).isCloseTo(84, within(1e-3));
    ClausePrices.Price notBlue = price(prices, "not-blue");
    assertThat(notBlue.alone().orElseThrow().usdPerDay()).isZero();
    assertThat(notBlue.waived().orElseThrow().usdPerDay()).isCloseTo(72, within(1e-3));
    assertThat(share(notBlue)).isCloseTo(36, within(1e-3));
  }

  @Test
  void aClauseThatObjectsToNothingIsNoneOfThem() {
    ClausePrices prices = prices(contracts(NOT_RED, forbid("not-pink", "pink")));
    assertThat(prices.clauses())
        .extracting(ClausePrices.Price::clause)
        .containsExactly("t/not-red");
  }

  @Test
  void whereNotAllCanBeKeptEveryMinimalWaiverHasItsPrice() {
    ClausePrices prices = prices(contracts(NOT_RED, NOT_BLUE, NOT_GREEN));
    assertThat(prices.with()).isEmpty();
    assertThat(prices.premium()).isEmpty();
    assertThat(price(prices, "not-red").share()).isEmpty();
    assertThat(prices.waivers().cheapestFirst())
        .extracting(Waiver::clauses)
        .containsExactly(Set.of("t/not-red"), Set.of("t/not-blue"), Set.of("t/not-green"));
    assertThat(prices.waivers().cheapestFirst())
        .extracting(w -> Math.round(w.rest().orElseThrow().optimum().usdPerDay()))
        .containsExactly(24L, 72L, 144L);
  }

  /**
   * Twelve clauses forbid red, one blue; without red it costs 48 USD a day more, without both 120.
   * In an order of thirteen the one comes behind some of the twelve unless it is first: 72 * 12/13.
   * The twelve share the rest alike.
   */
  @Test
  void beyondTwelveClausesPartsAreSampledWithTheirError() {
    List<String> clauses = new ArrayList<>(List.of(NOT_BLUE));
    for (int i = 10; i < 22; i++) {
      clauses.add(forbid("not-red-" + i, "red"));
    }
    ClausePrices prices = prices(contracts(clauses.toArray(String[]::new)));
    assertThat(prices.clauses()).hasSize(13);
    double notBlue = 72.0 * 12 / 13;
    double sum = 0;
    for (ClausePrices.Price price : prices.clauses()) {
      Estimate part = price.share().orElseThrow().usdPerDay();
      double exact = price.clause().equals("t/not-blue") ? notBlue : (120 - notBlue) / 12;
      double error = part.ci95().orElseThrow();
      assertThat(error).isPositive();
      // 95 % of the intervals cover; none of thirteen is off by two of them.
      assertThat(part.mean()).as(price.clause()).isCloseTo(exact, within(2 * error));
      sum += part.mean();
    }
    assertThat(sum).isCloseTo(120, within(1e-3));
  }

  /** From afar even the mean first token is late. */
  @Test
  void whatIsKeptOnlyByBeingLateIsNotKept() {
    Scenario near =
        scenario(
            Optional.of("red"),
            SCENARIO.datacenters(),
            List.of(hasty()),
            List.of(),
            SCENARIO.profiles(),
            new Wires(Map.of("Town>blue/b", 900.0, "Town>green/c", 5.0, "Town>red/a", 5.0)));
    Contracts contracts = contracts(NOT_RED, NOT_GREEN);
    Optima optima = Optima.of(near, contracts);
    ClausePrices prices = ClausePrices.of(optima, r -> true, Effort.EXACT);
    assertThat(optima.possible(c -> true)).as("in blue, late").isTrue();
    assertThat(prices.asked()).isEqualTo(Asked.OBJECTIVES);
    assertThat(prices.with()).isEmpty();
    // Conflicts are those of the same question, so that every waiver has its price.
    Conflicts conflicts = Conflicts.of(optima, Asked.of(optima), r -> true);
    assertThat(conflicts.conflicts()).containsExactly(Set.of("t/not-red", "t/not-green"));
    assertThat(prices.waivers().cheapestFirst())
        .extracting(w -> Math.round(w.premium().orElseThrow().usdPerDay()))
        .containsExactly(0L, 120L);
  }

  private static Workload hasty() {
    ModelWorkload usual = model("api", OptionalInt.of(8), flat("Town", 1));
    return new ModelWorkload(
        usual.name(),
        usual.model(),
        usual.weights(),
        usual.parallel(),
        usual.channel(),
        usual.demand(),
        usual.promptTokens(),
        usual.outputTokens(),
        usual.batching(),
        usual.callState(),
        List.of(new Objective(Metric.TTFT, 0.95, 0.5)));
  }
}
