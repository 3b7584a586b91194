package situs.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.ScenarioFixture;
import situs.contract.ContractFile;
import situs.contract.Contracts;
import situs.document.Document;
import situs.document.Issues;
import situs.model.Cause;
import situs.model.Component;
import situs.model.ComponentKind;
import situs.model.Money;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Region;
import situs.model.Route;
import situs.model.RouteUse;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.model.Stop;

/** Exposure and findings of a day that amendments divide, whatever the order of what is given. */
class AuditOverTimeTest {
  private static final Region RED = ScenarioFixture.region("red/one");
  private static final Scenario SCENARIO =
      ScenarioFixture.scenario(
          List.of(),
          List.of(
              ScenarioFixture.model("api", OptionalInt.empty(), ScenarioFixture.flat("Town", 1))));
  private static final Placement PLACEMENT =
      new Placement(
          "test",
          List.of(
              new Placed(
                  new Component("api", ComponentKind.MODEL),
                  RED,
                  Optional.of(ScenarioFixture.offer(ScenarioFixture.gpus("g", "G", 8), "10", 2)),
                  Optional.empty(),
                  1,
                  1,
                  "test")),
          List.of(),
          RoutingRule.NEAREST);

  private static String clause(String id, String over, String... lines) {
    return "  %s:\n    text: t\n    cite: t\n    over: %s\n    %s\n"
        .formatted(id, over, String.join("\n    ", lines));
  }

  private static String offRed(String id, String over, String... lines) {
    String fact = over.equals("route") ? "target.provider" : "placement.provider";
    return clause(id, over, "forbid: " + fact + " == \"red\"")
        + List.of(lines).stream().map(line -> "    " + line + "\n").reduce("", String::concat);
  }

  private static Contracts contracts(List<String> clauses) {
    Issues issues = new Issues();
    String text = "contract: t\nclauses:\n" + String.join("", clauses);
    var read = Document.parse("t.yaml", text, issues).flatMap(r -> ContractFile.of(r, issues));
    assertThat(issues.render()).isEmpty();
    return new Contracts(List.of(read.orElseThrow()));
  }

  private static RouteUse use(double first, double last, long requests) {
    List<Stop> chain = List.of(Stop.client(ScenarioFixture.metro("Town")), Stop.at("model", RED));
    Route route = new Route("api", "Town", chain, 0, Cause.PRIMARY);
    return new RouteUse(route, first, last, requests, 100 * requests, 0, 0);
  }

  private static Findings audit(Contracts contracts, RouteUse... uses) {
    return Auditor.audit(SCENARIO, contracts, PLACEMENT, List.of(uses));
  }

  /**
   * In force for the first 6 of 24 hours, which are part of one day; 40 requests of 100 tokens
   * before the end and 60 after it.
   */
  @ParameterizedTest(name = "{1} per {0} over {2}: {3}")
  @CsvSource({
    "request, 0.01 USD, route, 0.4",
    "token, 0.0001 USD, route, 0.4",
    "day, 1000 USD, route, 1000",
    "lump-sum, 5000 USD, route, 5000",
    "request, 0.01 USD, placement, 0.4",
    "day, 1000 USD, placement, 1000",
    "lump-sum, 5000 USD, placement, 5000",
  })
  void exposureEndsWithTheClause(String per, String amount, String over, String expected) {
    Contracts quarter =
        contracts(
            List.of(
                offRed(
                    "c",
                    over,
                    "in-force: {until: \"2026-03-18T06:00:00Z\"}",
                    "remedy: {per: %s, amount: %s, basis: assumed}".formatted(per, amount))));
    Findings findings = audit(quarter, use(10, 21_599, 40), use(21_600, 80_000, 60));
    assertThat(findings.exposureByReading()).containsEntry("letter", Money.usd(expected));
  }

  /** Another clause's amendment at noon cuts the day in two, which changes nothing of this one. */
  @ParameterizedTest(name = "{1} per {0}: {2}")
  @CsvSource({
    "request, 0.01 USD, 1",
    "token, 0.0001 USD, 1",
    // Two halves of a day are a day, and a lump sum is due once.
    "day, 1000 USD, 1000",
    "lump-sum, 5000 USD, 5000",
  })
  void anAmendmentElsewhereDoesNotChangeExposure(String per, String amount, String expected) {
    String remedy = "remedy: {per: %s, amount: %s, basis: assumed}".formatted(per, amount);
    String other =
        clause("o", "route", "in-force: {until: \"2026-03-18T12:00:00Z\"}", "require: true");
    Findings findings =
        audit(
            contracts(List.of(offRed("c", "route", remedy), other)),
            use(10, 43_199, 40),
            use(43_200, 80_000, 60));
    assertThat(findings.exposureByReading()).containsEntry("letter", Money.usd(expected));
  }

  @Test
  void aDayIsCountedOnceHoweverManyTimesARouteIsReported() {
    String remedy = "remedy: {per: day, amount: 1000 USD, basis: assumed}";
    Findings findings =
        audit(contracts(List.of(offRed("c", "route", remedy))), use(10, 20, 1), use(30, 40, 2));
    assertThat(findings.exposureByReading()).containsEntry("letter", Money.usd("1000"));
    assertThat(findings.violations()).singleElement().extracting(Violation::requests).isEqualTo(3L);
  }

  @Test
  void aPlacementThatNobodyUsedIsViolatedWithoutATime() {
    Findings findings = audit(contracts(List.of(offRed("c", "placement"))));
    assertThat(findings.violations())
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.requests()).isZero();
              assertThat(v.firstAtS()).isEmpty();
              assertThat(v.lastAtS()).isEmpty();
            });
  }

  @Test
  void theOrderOfClausesChangesNoFinding() {
    List<String> clauses =
        new ArrayList<>(
            List.of(
                offRed("a", "route", "remedy: {per: request, amount: 1 USD, basis: assumed}"),
                offRed("b", "placement", "in-force: {until: \"2026-03-18T06:00:00Z\"}"),
                clause("c", "route", "require: owner == \"owner\""),
                clause("d", "route", "require: chain[7] == \"blue\"")));
    RouteUse[] uses = {use(10, 21_599, 40), use(21_600, 80_000, 60)};
    Findings forward = audit(contracts(clauses), uses);
    Collections.reverse(clauses);
    Findings backward = audit(contracts(clauses), uses);
    assertThat(forward.violations()).hasSize(2);
    assertThat(forward.unsettled()).hasSize(1);
    assertThat(new HashSet<>(backward.violations())).isEqualTo(new HashSet<>(forward.violations()));
    assertThat(backward.unsettled()).isEqualTo(forward.unsettled());
    assertThat(backward.subjects()).isEqualTo(forward.subjects());
    assertThat(backward.exposureByReading()).isEqualTo(forward.exposureByReading());
  }
}
