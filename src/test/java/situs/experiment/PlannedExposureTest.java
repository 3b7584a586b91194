package situs.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.frontier;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.machine;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.scenario;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import situs.ContractFixture;
import situs.contract.Circumstances;
import situs.contract.Contracts;
import situs.contract.Fee;
import situs.contract.Measure;
import situs.model.Money;
import situs.model.Scenario;
import situs.optimise.Effort;
import situs.placement.Caution;
import situs.placement.Pareto;
import situs.placement.Pareto.Point;
import situs.placement.Promise;
import situs.placement.Promises;

/** What a plan takes its breaches to cost is what the audit of its simulation finds. */
class PlannedExposureTest {
  private static Scenario day() {
    return scenario(
            List.of(
                datacenter(
                    "red/a",
                    offer(gpus("gpu8", "G", 8), "30", 9),
                    offer(machine("box", 64), "1", 9)),
                datacenter(
                    "blue/b",
                    offer(gpus("gpu8", "G", 8), "90", 9),
                    offer(machine("box", 64), "3", 9))),
            List.of(
                model("api", OptionalInt.of(4), flat("North", 2), flat("South", 1)),
                frontier("agents", "api", "red", flat("North", 0.05))),
            profile("G", 4, 1))
        .withRun(Duration.ofHours(24), 1, 1);
  }

  private static Contracts contracts(String clauses) {
    Contracts read = ContractFixture.read("contract: t\nclauses:\n" + clauses);
    Circumstances paid =
        ContractFixture.purchases(
            Map.of(), Map.of(), Map.of("agents", new Fee(Measure.REQUESTS, Money.usd("1"))));
    return read.under(paid);
  }

  private static Point cheapest(Scenario scenario, Contracts contracts) {
    return Pareto.front(scenario, contracts, r -> true, 3, Effort.EXACT).stream()
        .min(Comparator.comparingDouble(Point::usdPerDay))
        .orElseThrow();
  }

  /** Red is a third of the price: the cheapest placement breaches whatever forbids it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "route, forbid: target.provider == \"red\", remedy: {per: request, amount: 0.01 USD,"
            + " basis: assumed}",
        "route, when: hop.to == \"model\", forbid: target.provider == \"red\", remedy: {per: token,"
            + " amount: 0.00001 USD, basis: assumed}",
        "placement, forbid: placement.provider == \"red\", remedy: {per: request, amount: 0.01 USD,"
            + " basis: assumed}",
        "placement, forbid: placement.provider == \"red\", remedy: {per: day, amount: 500 USD,"
            + " basis: assumed}",
        "placement, forbid: placement.provider == \"red\", remedy: {per: lump-sum, amount: 700 USD,"
            + " basis: assumed}",
        "route, forbid: target.provider == \"red\", remedy: {per: request, amount: 0.01 USD, cap: 50"
            + " USD, basis: assumed}",
        // Turns and the calls that they lead to: what customers paid, once.
        "route, when: workload.kind == \"frontier\", forbid: target.provider == \"red\", remedy:"
            + " {per: revenue, share: 50 %, basis: assumed}",
        "route, when: workload.kind == \"frontier\" && hop.to == \"model\", forbid: target.provider =="
            + " \"red\", remedy: {per: revenue, share: 50 %, basis: assumed}",
        "route, when: origin == \"South\", forbid: target.provider == \"red\", remedy: {per:"
            + " request, amount: 0.0001 USD, floor: 90 USD, basis: assumed}",
      })
  void aRemedyComesToWhatTheAuditFinds(String clause) {
    Contracts contracts = contracts("  c: {text: t, cite: t, over: " + clause + "}\n");
    double planned = cheapest(day(), contracts).exposureUsd();
    Promise promise =
        new Promises(day(), contracts, Effort.EXACT)
            .best("optimal", c -> false, Caution.NONE)
            .orElseThrow();
    double audited =
        new Replication(day(), contracts)
            .replicate(promise.placement(), 1)
            .findings()
            .exposureByReading()
            .get("letter")
            .toDouble();
    assertThat(audited).isPositive();
    assertThat(planned).isCloseTo(audited, within(0.02 * audited));
  }

  /** Six hours, four times as much traffic in a day; 700 USD once are no 2,800. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "per: lump-sum, amount: 700 USD                | 700",
        "per: day, amount: 700 USD                     | 700",
        "per: request, amount: 1 USD, cap: 50 USD      | 50",
        "per: request, amount: 1e-9 USD, floor: 90 USD | 90",
      })
  void whatDoesNotGrowWithTimeIsNotMultiplied(String remedy, double due) {
    Contracts contracts =
        contracts(
            "  c: {text: t, cite: t, over: route, forbid: target.provider == \"red\", remedy: {%s, basis: reported}}\n"
                .formatted(remedy));
    Point point = cheapest(day().withRun(Duration.ofHours(6), 1, 1), contracts);
    assertThat(point.exposureUsd()).isCloseTo(due, within(1e-6));
    assertThat(point.bases()).containsExactly("reported");
  }

  @Test
  void terminationIsARightWithoutAPrice() {
    Contracts contracts =
        contracts(
            "  c: {text: t, cite: t, over: route, forbid: target.provider == \"red\", remedy: {per: termination, basis: reported}}\n");
    assertThat(cheapest(day(), contracts).unpriced()).containsExactly("t/c");
  }

  @Test
  void whatNamesNoRemedyIsCountedAndKeptWhereItIsNot() {
    Contracts contracts =
        contracts("  c: {text: t, cite: t, over: route, forbid: target.provider == \"red\"}\n");
    assertThat(cheapest(day(), contracts).unpriced()).containsExactly("t/c");
    assertThat(cheapest(day(), contracts).exposureUsd()).isZero();
    List<Point> front = Pareto.front(day(), contracts, r -> true, 3, Effort.EXACT);
    assertThat(front)
        .anySatisfy(
            p -> {
              assertThat(p.unpriced()).isEmpty();
              assertThat(p.objections()).isEmpty();
            });
  }
}
