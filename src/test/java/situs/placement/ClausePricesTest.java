package situs.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.scenario;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import situs.contract.ContractFile;
import situs.contract.Contracts;
import situs.document.Document;
import situs.document.Issues;
import situs.model.Scenario;
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
    Issues issues = new Issues();
    var read =
        Document.parse("t.yaml", "contract: t\nclauses:\n" + String.join("", clauses), issues)
            .flatMap(root -> ContractFile.of(root, issues));
    assertThat(issues.render()).isEmpty();
    return new Contracts(List.of(read.orElseThrow()));
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

  @Test
  void aPremiumIsTheDifferenceOfTheOptima() {
    ClausePrices prices = prices(contracts(NOT_RED));
    // From 1 to 3 USD an hour.
    assertThat(prices.premium().orElseThrow()).isCloseTo(48, within(1e-3));
    assertThat(price(prices, "not-red").alone().orElseThrow()).isCloseTo(48, within(1e-3));
    assertThat(price(prices, "not-red").waived().orElseThrow()).isCloseTo(48, within(1e-3));
  }

  @Test
  void whatClausesCostTogetherIsSharedByShapley() {
    ClausePrices prices = prices(contracts(NOT_RED, NOT_BLUE));
    assertThat(prices.premium().orElseThrow()).isCloseTo(120, within(1e-3));
    // not-red: 48 when it comes first, 120 when it comes last. not-blue: nothing, then 72.
    ClausePrices.Price notRed = price(prices, "not-red");
    assertThat(notRed.alone().orElseThrow()).isCloseTo(48, within(1e-3));
    assertThat(notRed.waived().orElseThrow()).isCloseTo(120, within(1e-3));
    assertThat(notRed.shapley().map(Estimate::mean).orElseThrow()).isCloseTo(84, within(1e-3));
    ClausePrices.Price notBlue = price(prices, "not-blue");
    assertThat(notBlue.alone()).contains(0.0);
    assertThat(notBlue.waived().orElseThrow()).isCloseTo(72, within(1e-3));
    assertThat(notBlue.shapley().map(Estimate::mean).orElseThrow()).isCloseTo(36, within(1e-3));
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
    assertThat(price(prices, "not-red").shapley()).isEmpty();
    assertThat(prices.waivers())
        .extracting(ClausePrices.Waiver::clauses)
        .containsExactly(Set.of("t/not-red"), Set.of("t/not-blue"), Set.of("t/not-green"));
    assertThat(prices.waivers())
        .extracting(w -> Math.round(w.rest().orElseThrow().usdPerDay()))
        .containsExactly(24L, 72L, 144L);
  }

  @Test
  void aRegionConcededSavesWhatItsPlacementSaves() {
    Contracts contracts =
        contracts(
            "  only-green:\n    text: t\n    cite: t\n    over: placement\n"
                + "    require: placement.provider == 'green'\n");
    ClausePrices prices = prices(contracts);
    List<Concession> steps = Concession.of(SCENARIO, contracts, r -> true, prices, Effort.EXACT);
    assertThat(steps)
        .extracting(Concession::step)
        .containsExactly("not where red/a has part", "not where blue/b has part");
    assertThat(steps.get(0).saved().orElseThrow()).isCloseTo(120, within(1e-3));
    assertThat(steps.get(1).saved().orElseThrow()).isCloseTo(72, within(1e-3));
  }

  @Test
  void aShareThatNeedsAnInstanceAnywaySavesNothingByFivePoints() {
    Contracts contracts =
        contracts(
            "  most-at-blue:\n    text: t\n    cite: t\n    over: route\n"
                + "    minimum-share: {of: requests, at-least: 50 %, where: target.provider == 'blue'}\n");
    ClausePrices prices = prices(contracts);
    assertThat(prices.clauses())
        .extracting(ClausePrices.Price::clause)
        .containsExactly("t/most-at-blue");
    // An instance there must be rented for any share: fewer points save nothing.
    assertThat(Concession.of(SCENARIO, contracts, r -> true, prices, Effort.EXACT))
        .extracting(Concession::step, c -> c.saved().orElseThrow())
        .containsExactly(tuple("5 points of the share", 0.0));
  }
}
