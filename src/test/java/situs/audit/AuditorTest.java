package situs.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.ContractFixture;
import situs.ScenarioFixture;
import situs.contract.Contracts;
import situs.contract.SubjectKind;
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

/** A model API on two clouds, called for a day, under clauses written out. */
class AuditorTest {
  private static final Region BLUE = ScenarioFixture.region("blue/one");
  private static final Region RED = ScenarioFixture.region("red/one");
  private static final Scenario SCENARIO =
      ScenarioFixture.scenario(
          List.of(),
          List.of(
              ScenarioFixture.model("api", OptionalInt.empty(), ScenarioFixture.flat("Town", 1))));
  private static final String ON_BLUE =
      "  on-blue:\n    text: t\n    cite: t\n    over: route\n"
          + "    require: target.provider == \"blue\"\n";

  private static Contracts contracts(String clauses) {
    return ContractFixture.read("contract: t\nterms: {open: open}\nclauses:\n" + clauses);
  }

  private static Placed placed(Region region) {
    return new Placed(
        new Component("api", ComponentKind.MODEL),
        region,
        Optional.of(ScenarioFixture.offer(ScenarioFixture.gpus("g", "G", 8), "10", 2)),
        Optional.empty(),
        1,
        1,
        "test");
  }

  private static final Placement PLACEMENT =
      new Placement("test", List.of(placed(BLUE), placed(RED)), List.of(), RoutingRule.NEAREST);

  /** Requests of 100 tokens from the only town. */
  private static RouteUse use(Region region, double first, double last, long requests) {
    Route route =
        new Route(
            "api",
            "Town",
            List.of(Stop.client(ScenarioFixture.metro("Town")), Stop.at("model", region)),
            0,
            Cause.PRIMARY);
    return new RouteUse(route, first, last, requests, 100 * requests, 0, 0);
  }

  private static Findings audit(Contracts contracts, RouteUse... uses) {
    return Auditor.audit(SCENARIO, contracts, PLACEMENT, List.of(uses));
  }

  @Test
  void aViolationNamesTheRouteThePlacementItLeadsToAndWhatWasSeen() {
    Findings findings =
        audit(contracts(ON_BLUE), use(BLUE, 1, 80_000, 7000), use(RED, 60, 7200, 300));
    assertThat(findings.violations()).hasSize(1);
    Violation violation = findings.violations().get(0);
    assertThat(violation.kind()).isEqualTo(SubjectKind.ROUTE);
    assertThat(violation.subject()).isEqualTo("api from Town: client > red/one, hop 0, primary");
    assertThat(violation.placement()).isEqualTo("api.model@red/one/g");
    assertThat(violation.requests()).isEqualTo(300);
    assertThat(violation.tokens()).isEqualTo(30_000);
    assertThat(violation.firstAtS()).contains(60.0);
    assertThat(violation.lastAtS()).contains(7200.0);
    assertThat(violation.exposure()).isEmpty();
    assertThat(findings.standing()).isEqualTo(Standing.BREACH);
  }

  @Test
  void aPlacementIsChargedWithTheTrafficThatLeadsToIt() {
    Contracts clause =
        contracts(
            "  c:\n    text: t\n    cite: t\n    over: placement\n"
                + "    forbid: placement.provider == \"red\"\n");
    Findings findings = audit(clause, use(BLUE, 1, 9, 7), use(RED, 2, 8, 5));
    assertThat(findings.violations())
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.subject()).isEqualTo("api.model@red/one/g");
              assertThat(v.requests()).isEqualTo(5);
              assertThat(v.firstAtS()).contains(2.0);
            });
  }

  /** A day with 300 requests of 100 tokens on the wrong cloud. */
  @ParameterizedTest(name = "{1} per {0}: {2}")
  @CsvSource({
    "request, 0.01 USD, 3",
    "token, 0.0001 USD, 3",
    "day, 1000 USD, 1000",
    "lump-sum, 50000 USD, 50000",
  })
  void exposureIsTheRemedyOfWhatWasSeen(String per, String amount, String expected) {
    String remedy = "    remedy: {per: %s, amount: %s, basis: assumed}\n".formatted(per, amount);
    Findings findings = audit(contracts(ON_BLUE + remedy), use(RED, 60, 7200, 300));
    assertThat(findings.violations().get(0).exposure()).contains(Money.usd(expected));
    assertThat(findings.exposureByReading()).containsEntry("letter", Money.usd(expected));
  }

  private static Contracts notOnRed(String remedy) {
    return contracts(
        "  c:\n    text: t\n    cite: t\n    over: placement\n"
            + "    forbid: placement.provider == \"red\"\n    remedy: "
            + remedy
            + "\n");
  }

  /** Agents on red, of which the runtime sees 40 turns, and the store with it. */
  private static Findings agentsOnRed(Contracts contracts) {
    Scenario scenario =
        ScenarioFixture.scenario(
            List.of(),
            List.of(
                ScenarioFixture.model("api", OptionalInt.empty()),
                ScenarioFixture.frontier(
                    "agents", "api", "owner", ScenarioFixture.flat("Town", 1))));
    Placed runtime =
        new Placed(
            new Component("agents", ComponentKind.RUNTIME),
            RED,
            Optional.of(ScenarioFixture.offer(ScenarioFixture.machine("m", 8), "1", 1)),
            Optional.empty(),
            1,
            1,
            "test");
    Placed store =
        new Placed(
            new Component("agents", ComponentKind.STATE),
            RED,
            Optional.empty(),
            Optional.empty(),
            0,
            0,
            "test");
    Stop town = Stop.client(ScenarioFixture.metro("Town"));
    Route turn =
        new Route("agents", "Town", List.of(town, Stop.at("runtime", RED)), 0, Cause.PRIMARY);
    Route call =
        new Route(
            "agents",
            "Town",
            List.of(town, Stop.at("runtime", RED), Stop.at("model", BLUE)),
            1,
            Cause.PRIMARY);
    return Auditor.audit(
        scenario,
        contracts,
        new Placement(
            "test", List.of(runtime, store, placed(BLUE)), List.of(), RoutingRule.NEAREST),
        List.of(
            new RouteUse(turn, 5, 50, 40, 4000, 0, 0), new RouteUse(call, 6, 51, 300, 900, 0, 0)));
  }

  @Test
  void whatARuntimeAndItsStoreBothSeeIsDueOnce() {
    Findings findings = agentsOnRed(notOnRed("{per: request, amount: 2 USD, basis: assumed}"));
    assertThat(findings.violations())
        .extracting(Violation::subject, Violation::requests)
        .containsExactly(
            tuple("agents.runtime@red/one/m", 40L), tuple("agents.state@red/one", 40L));
    // 40 turns at 2 USD; each of the two alone would owe as much.
    assertThat(findings.violations())
        .allSatisfy(v -> assertThat(v.exposure()).contains(Money.usd("80")));
    assertThat(findings.exposureByReading()).containsEntry("letter", Money.usd("80"));
  }

  @ParameterizedTest(name = "per {0}")
  @CsvSource({"day, 1000 USD, 1000", "lump-sum, 50000 USD, 50000"})
  void aDayAndALumpSumAreDueOnceForAClauseHoweverManyBreakIt(
      String per, String amount, String due) {
    String remedy = "{per: %s, amount: %s, basis: assumed}".formatted(per, amount);
    Findings findings = agentsOnRed(notOnRed(remedy));
    assertThat(findings.violations()).hasSize(2);
    assertThat(findings.exposureByReading()).containsEntry("letter", Money.usd(due));
  }

  @Test
  void aPartOfADayInWhichTheClauseWasInForceIsDueOnce() {
    // A quarter of the day, which the run's boundaries cut in two at 03:00.
    Contracts sixHours =
        contracts(
            ON_BLUE
                + "    in-force: {until: \"2026-03-18T06:00:00Z\"}\n"
                + "    remedy: {per: day, amount: 1000 USD, basis: assumed}\n"
                + readings("d", "ok", "ok")
                + "    in-force: {from: \"2026-03-18T03:00:00Z\"}\n");
    Findings findings =
        audit(
            sixHours,
            use(RED, 10, 10_799, 4),
            use(RED, 10_800, 21_599, 4),
            use(RED, 21_600, 9e4, 4));
    assertThat(findings.exposureByReading().get("letter")).isEqualTo(Money.usd("1000"));
  }

  @Test
  void aHopBackToNoPlacementNamesNone() {
    Findings findings =
        Auditor.audit(
            SCENARIO,
            contracts(ON_BLUE),
            new Placement("test", List.of(placed(BLUE)), List.of(), RoutingRule.NEAREST),
            List.of(use(RED, 1, 2, 3)));
    assertThat(findings.violations())
        .singleElement()
        .extracting(Violation::placement)
        .isEqualTo("");
  }

  @Test
  void aPlacementThatNothingCameToIsJudgedAllTheSame() {
    Findings findings = audit(notOnRed("{per: request, amount: 2 USD, basis: assumed}"));
    assertThat(findings.violations())
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.requests()).isZero();
              assertThat(v.firstAtS()).isEmpty();
              assertThat(v.exposure()).contains(Money.ZERO);
            });
  }

  @Test
  void theOrderOfRoutesAndClausesChangesNoFinding() {
    String other = readings("c", "objects", "unknown");
    Findings one = audit(contracts(ON_BLUE + other), use(BLUE, 1, 2, 3), use(RED, 4, 5, 6));
    Findings two = audit(contracts(other + ON_BLUE), use(RED, 4, 5, 6), use(BLUE, 1, 2, 3));
    assertThat(two.violations()).containsExactlyInAnyOrderElementsOf(one.violations());
    assertThat(two.unsettled()).containsExactlyInAnyOrderElementsOf(one.unsettled());
    assertThat(two.subjects()).containsExactlyInAnyOrderElementsOf(one.subjects());
    assertThat(two.exposureByReading()).isEqualTo(one.exposureByReading());
  }

  /** Letter and spirit of one clause: ok, objects, or cannot tell. */
  @ParameterizedTest(name = "letter {0}, spirit {1}: {2}")
  @CsvSource({
    "ok, ok, COMPLIANT",
    "ok, objects, CONTESTED",
    "objects, ok, CONTESTED",
    "objects, objects, BREACH",
    "ok, unknown, CONTESTED",
    "objects, unknown, CONTESTED",
    "unknown, unknown, CONTESTED",
  })
  void standingIsTakenOverTheReadingsOfAClause(String letter, String spirit, Standing expected) {
    Findings findings = audit(contracts(readings("c", letter, spirit)), use(RED, 1, 2, 1));
    assertThat(findings.standing()).isEqualTo(expected);
    assertThat(findings.byReading().get("letter")).isEqualTo(alone(letter));
    assertThat(findings.byReading().get("spirit")).isEqualTo(alone(spirit));
    assertThat(findings.unsettled())
        .hasSize((int) Stream.of(letter, spirit).filter("unknown"::equals).count());
  }

  private static Standing alone(String reading) {
    return switch (reading) {
      case "ok" -> Standing.COMPLIANT;
      case "objects" -> Standing.BREACH;
      default -> Standing.CONTESTED;
    };
  }

  private static String readings(String id, String letter, String spirit) {
    return "  %s:\n    text: t\n    cite: t\n    over: route\n    readings:\n".formatted(id)
        + "      letter: {require: '%s'}\n".formatted(rule(letter))
        + "      spirit: {require: '%s'}\n".formatted(rule(spirit));
  }

  /** A term that the contract leaves open is a fact that is missing. */
  private static String rule(String outcome) {
    return switch (outcome) {
      case "ok" -> "target.provider == \"red\"";
      case "objects" -> "target.provider == \"blue\"";
      default -> "term.open";
    };
  }

  @Test
  void twoClausesOfWhichEachIsContestedAreNotABreach() {
    // One objects by its letter only, the other by its spirit only.
    Findings findings =
        audit(
            contracts(readings("c", "objects", "ok") + readings("d", "ok", "objects")),
            use(RED, 1, 2, 1));
    assertThat(findings.standing()).isEqualTo(Standing.CONTESTED);
    assertThat(findings.byReading()).containsValues(Standing.BREACH, Standing.BREACH);
  }

  @Test
  void aRunThatCrossesAnAmendmentIsJudgedOnEachSideByWhatWasInForce() {
    Contracts until = contracts(ON_BLUE + "    in-force: {until: \"2026-03-18T06:00:00Z\"}\n");
    assertThat(new Watch(SCENARIO, until).boundaries())
        .containsExactly(Instant.parse("2026-03-18T06:00:00Z"));
    // 6 h are 21,600 s: the simulation counts the route apart before and after.
    Findings findings = audit(until, use(RED, 10, 21_599, 40), use(RED, 21_600, 80_000, 60));
    assertThat(findings.violations())
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.requests()).isEqualTo(40);
              assertThat(v.lastAtS()).contains(21_599.0);
            });
  }

  @Test
  void anotherClauseNeverTakesAViolationAway() {
    Findings one = audit(contracts(ON_BLUE), use(RED, 1, 2, 3));
    Findings two = audit(contracts(ON_BLUE + readings("c", "ok", "objects")), use(RED, 1, 2, 3));
    List<String> before = one.violations().stream().map(v -> v.clause() + v.subject()).toList();
    assertThat(two.violations().stream().map(v -> v.clause() + v.subject())).containsAll(before);
  }

  @Test
  void withoutContractsNothingIsJudged() {
    Findings findings = audit(Contracts.NONE, use(RED, 1, 2, 3));
    assertThat(findings.violations()).isEmpty();
    assertThat(findings.standing()).isEqualTo(Standing.COMPLIANT);
    assertThat(findings.byReading()).isEmpty();
  }
}
