package situs.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import situs.ContractFixture;
import situs.ScenarioFixture;
import situs.ScenarioFixture.Wires;
import situs.audit.Findings;
import situs.audit.Standing;
import situs.audit.Violation;
import situs.contract.Circumstances;
import situs.contract.Contracts;
import situs.model.Component;
import situs.model.ComponentKind;
import situs.model.Incident;
import situs.model.Offer;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.RouteUse;
import situs.model.RoutingRule;
import situs.model.Scenario;

/**
 * What only a simulation can tell a contract: room in a surge, and an amendment crossed in mid-run.
 */
class ContractsInARunTest {
  private static final double SURGE_AT_S = 9 * 3600;
  private static final double SURGE_FOR_S = 40 * 60;
  private static final String FIRST_REFUSAL =
      """
      contract: t
      clauses:
        offered-first: {text: t, cite: t, over: route, first-refusal: {to: home}}
      """;

  private static Contracts contracts(String text) {
    return ContractFixture.read(text);
  }

  private static Offer offer() {
    return ScenarioFixture.offer(ScenarioFixture.gpus("g", "G", 8), "10", 1);
  }

  /** Customers in Town; by distance: home/near, away/mid, home/far. */
  private static Scenario scenario(Incident... incidents) {
    return ScenarioFixture.scenario(
            Optional.of("home"),
            List.of(
                ScenarioFixture.datacenter("home/near", offer()),
                ScenarioFixture.datacenter("away/mid", offer()),
                ScenarioFixture.datacenter("home/far", offer())),
            List.of(
                ScenarioFixture.model(
                    "api", OptionalInt.empty(), ScenarioFixture.flat("Town", 0.5))),
            List.of(incidents),
            List.of(ScenarioFixture.profile("G", 8, 1)),
            new Wires(Map.of("Town>home/near", 5.0, "Town>away/mid", 10.0, "Town>home/far", 80.0)))
        .withRun(Duration.ofHours(12), 1, 1);
  }

  private static Placed placed(String region) {
    return new Placed(
        new Component("api", ComponentKind.MODEL),
        ScenarioFixture.region(region),
        Optional.of(offer()),
        Optional.of(ScenarioFixture.profile("G", 8, 1)),
        1,
        1,
        "test");
  }

  private static Placement everywhere() {
    return new Placement(
        "test",
        List.of(placed("home/near"), placed("away/mid"), placed("home/far")),
        List.of(),
        RoutingRule.NEAREST);
  }

  private static Run run(Scenario scenario, Contracts contracts) {
    return new Replication(scenario, contracts).replicate(everywhere(), 1);
  }

  @Test
  void aRightOfFirstRefusalIsBreachedInASurgeAndOnlyInIt() {
    Contracts contracts = contracts(FIRST_REFUSAL);
    assertThat(run(scenario(), contracts).findings().standing()).isEqualTo(Standing.COMPLIANT);

    // 20 times the usual: the near pool fills up, and the next in distance is not the holder's.
    Incident surge = new Incident.Surge(SURGE_AT_S, SURGE_FOR_S, "api", Optional.empty(), 20);
    Run surged = run(scenario(surge), contracts);
    Violation breach = surged.findings().violations().get(0);
    assertThat(surged.findings().violations()).hasSize(1);
    assertThat(breach.subject()).isEqualTo("api from Town: client > away/mid, hop 0, spillover");
    assertThat(breach.reason())
        .isEqualTo("first refusal of home; target.provider is \"away\" while [home] had room");
    // The near pool has 110 places, which 7/s above what it serves fill in less than a minute.
    assertThat(breach.firstAtS().orElseThrow()).isBetween(SURGE_AT_S, SURGE_AT_S + 60);
    assertThat(breach.lastAtS().orElseThrow())
        .isBetween(SURGE_AT_S + SURGE_FOR_S - 60, SURGE_AT_S + SURGE_FOR_S + 60);
    // Most of what one pool serves in 40 minutes; 1,100 tokens each.
    assertThat(breach.requests()).isBetween(1_000L, 20_000L);
    assertThat(breach.tokens()).isEqualTo(1_100 * breach.requests());
  }

  @Test
  void watchingForRoomChangesNothingThatIsSimulated() {
    Incident surge = new Incident.Surge(SURGE_AT_S, SURGE_FOR_S, "api", Optional.empty(), 20);
    Run watched = run(scenario(surge), contracts(FIRST_REFUSAL));
    Run unwatched = run(scenario(surge), Contracts.NONE);
    assertThat(watched.observations().pools()).isEqualTo(unwatched.observations().pools());
    assertThat(requests(watched)).isEqualTo(requests(unwatched));
    assertThat(watched.bill().total()).isEqualTo(unwatched.bill().total());
  }

  private static long requests(Run run) {
    return run.observations().routes().stream().mapToLong(RouteUse::requests).sum();
  }

  @Test
  void anAmendmentCrossedInMidRunDividesWhatIsHeldAgainstARoute() {
    Contracts contracts =
        contracts(
            """
            contract: t
            clauses:
              first: {text: t, cite: t, over: route, forbid: target.region == "home/near"}
            amendments:
              second:
                from: "2026-03-18T04:00:00Z"
                replaces: {first: then}
                clauses:
                  then: {text: t, cite: t, over: route, forbid: target.provider == "home"}
            """);
    Findings findings = run(scenario(), contracts).findings();
    Violation before = findings.violations().get(0);
    Violation after = findings.violations().get(1);
    assertThat(before.clause()).isEqualTo("first");
    assertThat(before.lastAtS().orElseThrow()).isLessThan(4 * 3600);
    assertThat(after.clause()).isEqualTo("then");
    assertThat(after.firstAtS().orElseThrow()).isGreaterThanOrEqualTo(4 * 3600);
    assertThat(before.requests() + after.requests())
        .isEqualTo(requests(run(scenario(), contracts)));
  }

  @Test
  void anEventThatHappensInMidRunEndsAClause() {
    Contracts contracts =
        contracts(
                """
                contract: t
                events: {agi-verified: a panel says so}
                clauses:
                  until-then:
                    text: t
                    cite: t
                    over: route
                    in-force: {until: agi-verified}
                    forbid: target.provider == "home"
                """)
            .under(
                new Circumstances(
                    List.of(),
                    Map.of("agi-verified", scenario().starts().plus(Duration.ofHours(6))),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of()));
    Violation violation = run(scenario(), contracts).findings().violations().get(0);
    assertThat(violation.lastAtS().orElseThrow()).isLessThan(6 * 3600);
    assertThat(violation.lastAtS().orElseThrow()).isGreaterThan(6 * 3600 - 60);
  }
}
