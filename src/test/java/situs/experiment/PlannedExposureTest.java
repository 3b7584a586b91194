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
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import situs.contract.ContractFile;
import situs.contract.Contracts;
import situs.document.Document;
import situs.document.Issues;
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
    Issues issues = new Issues();
    var read =
        Document.parse("t.yaml", "contract: t\nclauses:\n" + clauses, issues)
            .flatMap(r -> ContractFile.of(r, issues));
    assertThat(issues.render()).as(clauses).isEmpty();
    return new Contracts(List.of(read.orElseThrow()));
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
        "route, when: origin == \"South\", forbid: target.provider == \"red\", remedy: {per:"
            + " request, amount: 0.0001 USD, floor: 90 USD, basis: assumed}",
      })
  void aRemedyComesToWhatTheAuditFinds(String clause) {
    Contracts contracts = contracts("  c: {text: t, cite: t, over: " + clause + "}\n");
    double planned = cheapest(day(), contracts).exposureUsdPerDay();
    Promise promise =
        new Promises(day(), contracts, Effort.EXACT)
            .best("optimal", c -> false, Caution.NONE)
            .orElseThrow();
    double audited =
        Replication.of(day(), contracts, promise.placement(), 1)
            .findings()
            .exposureByReading()
            .get("letter")
            .toDouble();
    assertThat(audited).isPositive();
    assertThat(planned).isCloseTo(audited, within(0.02 * audited));
  }

  @Test
  void whatNamesNoRemedyIsCountedAndKeptWhereItIsNot() {
    Contracts contracts =
        contracts("  c: {text: t, cite: t, over: route, forbid: target.provider == \"red\"}\n");
    assertThat(cheapest(day(), contracts).unpriced()).containsExactly("t/c");
    assertThat(cheapest(day(), contracts).exposureUsdPerDay()).isZero();
    List<Point> front = Pareto.front(day(), contracts, r -> true, 3, Effort.EXACT);
    assertThat(front)
        .anySatisfy(
            p -> {
              assertThat(p.unpriced()).isEmpty();
              assertThat(p.objections()).isEmpty();
            });
  }
}
