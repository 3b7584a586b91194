package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.contract.Texts.clause;
import static situs.contract.Texts.contract;
import static situs.contract.Texts.route;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.document.Document;
import situs.document.Issues;

/** Clauses that are replaced, suspended and ended: by amendments, by dates and by events. */
class AmendmentsTest {
  private static final Facts AWAY = route("target.provider", "away", "hop.to", "model");
  private static final String AMENDED =
      String.join(
          "\n",
          "events: {agi-verified: a panel says so, peace: the parties settle}",
          "clauses:",
          clause(
              "ends-on-an-event",
              "over: route",
              "in-force: {from: 2025-01-01, until: [2032-01-01, agi-verified]}",
              "require: target.provider == \"home\""),
          clause("replaced", "over: route", "require: target.provider == \"home\""),
          clause("rests", "over: route", "require: target.provider == \"home\""),
          clause("ended", "over: route", "require: target.provider == \"home\""),
          "amendments:",
          "  second:",
          "    from: 2026-04-27",
          "    ends: ended",
          "    replaces: {replaced: replacing}",
          "    suspends: {rests: {until: peace}}",
          "    clauses:",
          clause("replacing", "over: route", "require: target.provider != \"nowhere\"")
              .indent(4)
              .stripTrailing());

  private static Circumstances happened(Map<String, Instant> events) {
    return new Circumstances(
        List.of(), events, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
  }

  private static List<String> objecting(Contracts contracts, String at) {
    return contracts.objections(AWAY, Instant.parse(at), "letter").stream()
        .map(j -> j.clause().id())
        .toList();
  }

  @Test
  void anAmendmentEndsReplacesAndSuspendsFromItsDayOn() {
    Contracts contracts = contract(AMENDED);
    assertThat(objecting(contracts, "2026-04-26T23:59:59Z"))
        .containsExactly("ends-on-an-event", "replaced", "rests", "ended");
    assertThat(objecting(contracts, "2026-04-27T00:00:00Z")).containsExactly("ends-on-an-event");
    Clause replacing = contracts.contracts().get(0).clauses().get(4);
    assertThat(replacing.isInForceAt(Instant.parse("2026-04-26T23:59:59Z"))).isFalse();
    assertThat(replacing.isInForceAt(Instant.parse("2026-04-27T00:00:00Z"))).isTrue();
  }

  private static String wrong(String amended, String inForce) {
    Issues issues = new Issues();
    String text =
        """
        contract: t
        events: {peace: the parties settle}
        clauses:
          old: {text: t, cite: c, over: route, require: target.provider == "home"}
        amendments:
          second:
            from: %s
            clauses:
              early: {text: t, cite: c, in-force: %s, over: route, require: hop.to == "x"}
        """
            .formatted(amended, inForce);
    issues.source("t.yaml", text);
    Document.parse("t.yaml", text, issues).flatMap(root -> ContractFile.of(root, issues));
    return issues.render();
  }

  @Test
  void aClauseOfAnAmendmentCannotBeInForceBeforeIt() {
    assertThat(wrong("2026-04-27", "{from: 2026-04-26}"))
        .startsWith(
            "t.yaml:9:50: 'from' (2026-04-26) is before the amendment takes effect (2026-04-27), and"
                + " an amendment changes nothing before its day; leave 'from' out, ");
    assertThat(wrong("2026-04-27T12:00:00Z", "{from: 2026-04-27}"))
        .contains("2026-04-27T12:00:00Z");
    assertThat(wrong("2026-04-27", "{until: 2026-04-27}"))
        .startsWith(
            "t.yaml:9:51: 'until' must be after the day on which the amendment takes effect");
    assertThat(wrong("2026-04-27", "{from: 2026-04-27, until: 2026-04-28}")).isEmpty();
  }

  @ParameterizedTest(name = "peace {0}: at {1} in force: {2}")
  @CsvSource({
    // The amendment waits for peace, the clause for May: the later counts.
    "2026-04-01T00:00:00Z, 2026-04-30T23:59:59Z, false",
    "2026-04-01T00:00:00Z, 2026-05-01T00:00:00Z, true",
    "2026-06-01T00:00:00Z, 2026-05-31T23:59:59Z, false",
    "2026-06-01T00:00:00Z, 2026-06-01T00:00:00Z, true",
    "'', 2027-01-01T00:00:00Z, false",
  })
  void aClauseOfAnAmendmentThatWaitsForAnEventWaitsToo(String peace, Instant at, boolean inForce) {
    Contracts contracts =
        contract(
            "events: {peace: the parties settle}",
            "clauses:",
            clause("old", "over: route", "require: target.provider == \"away\""),
            "amendments:",
            "  second:",
            "    from: peace",
            "    clauses:",
            clause(
                    "new",
                    "over: route",
                    "in-force: {from: 2026-05-01}",
                    "require: target.provider == \"home\"")
                .indent(4)
                .stripTrailing());
    Map<String, Instant> events =
        peace.isEmpty() ? Map.of() : Map.of("peace", Instant.parse(peace));
    assertThat(objecting(contracts.under(happened(events)), at.toString()).contains("new"))
        .isEqualTo(inForce);
  }

  @Test
  void aSuspendedClauseComesBackWhenTheEventHappens() {
    Instant peace = Instant.parse("2026-05-01T00:00:00Z");
    Contracts contracts = contract(AMENDED).under(happened(Map.of("peace", peace)));
    assertThat(objecting(contracts, "2026-04-30T23:59:59Z")).doesNotContain("rests");
    assertThat(objecting(contracts, "2026-05-01T00:00:00Z")).contains("rests");
  }

  @ParameterizedTest(name = "the panel speaks {0}; at {1} in force: {2}")
  @CsvSource({
    "2026-03-01T00:00:00Z, 2026-02-28T23:59:59Z, true",
    "2026-03-01T00:00:00Z, 2026-03-01T00:00:00Z, false",
    // Of several ends the first counts.
    "2040-01-01T00:00:00Z, 2031-12-31T23:59:59Z, true",
    "2040-01-01T00:00:00Z, 2032-01-01T00:00:00Z, false",
  })
  void anEventEndsAClause(Instant verified, String at, boolean inForce) {
    Contracts contracts = contract(AMENDED).under(happened(Map.of("agi-verified", verified)));
    assertThat(objecting(contracts, at).contains("ends-on-an-event")).isEqualTo(inForce);
  }

  @Test
  void whatWaitsForAnEventThatHasNotHappenedWaits() {
    assertThat(objecting(contract(AMENDED), "2031-12-31T00:00:00Z")).contains("ends-on-an-event");
    Contracts begins =
        contract(
            "events: {peace: the parties settle}",
            "clauses:",
            clause("c", "over: route\nin-force: {from: peace}\nrequire: hop.to == \"x\""));
    assertThat(objecting(begins, "2031-12-31T00:00:00Z")).isEmpty();
  }

  @Test
  void conditionsMayAskWhetherAnEventHasHappened() {
    Contracts contracts =
        contract(
                "events: {agi-verified: a panel says so}",
                "clauses:",
                clause("c", "over: route\nforbid: event.agi_verified"))
            .under(happened(Map.of("agi-verified", Instant.parse("2026-03-01T00:00:00Z"))));
    assertThat(objecting(contracts, "2026-02-28T23:59:59Z")).isEmpty();
    assertThat(objecting(contracts, "2026-03-01T00:00:00Z")).containsExactly("c");
  }

  @Test
  void everyChangeIsABoundaryOfARunThatCrossesIt() {
    Instant peace = Instant.parse("2026-05-01T00:00:00Z");
    Contracts contracts = contract(AMENDED).under(happened(Map.of("peace", peace)));
    assertThat(
            contracts.changesBetween(
                Instant.parse("2026-04-01T00:00:00Z"), Instant.parse("2026-06-01T00:00:00Z")))
        .containsExactly(Instant.parse("2026-04-27T00:00:00Z"), peace);
  }

  @ParameterizedTest(name = "notice {0}: {1}")
  @CsvSource({
    "2026-03-01T00:00:00Z, Satisfied, ''",
    "2026-03-18T00:00:00Z, Violated, it was given 13 days before",
    "2026-04-01T00:00:00Z, Violated, it was given 1 day later",
    "never, Violated, it was given never",
    "'', Undetermined, cannot be told without notice.moving",
  })
  void aChangeNeedsNoticeBefore(String given, String expected, String reason) {
    Map<String, Optional<Instant>> notices =
        given.isEmpty()
            ? Map.of()
            : Map.of(
                "moving",
                given.equals("never") ? Optional.empty() : Optional.of(Instant.parse(given)));
    Contracts contracts =
        contract(
                "clauses:",
                clause(
                    "c",
                    "over: route\nwhen: target.provider == \"away\"\n"
                        + "notice: {of: moving, time: 30 d}"))
            .under(
                new Circumstances(
                    List.of(),
                    Map.of(),
                    Map.of(),
                    notices,
                    Map.of(),
                    Map.of("x", Duration.ZERO),
                    Map.of(),
                    Map.of(),
                    Map.of()));
    Verdict verdict = contracts.judge(AWAY, Instant.parse("2026-03-31T00:00:00Z")).get(0).verdict();
    assertThat(verdict.getClass().getSimpleName()).isEqualTo(expected);
    assertThat(verdict.reason()).contains(reason);
  }

  @Test
  void aNoticeThatRipensIsABoundaryToo() {
    Contracts contracts =
        contract("clauses:", clause("c", "over: route\nnotice: {of: moving, time: 30 d}"))
            .under(
                new Circumstances(
                    List.of(),
                    Map.of(),
                    Map.of(),
                    Map.of("moving", Optional.of(Instant.parse("2026-03-01T00:00:00Z"))),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of()));
    assertThat(
            contracts.changesBetween(
                Instant.parse("2026-03-15T00:00:00Z"), Instant.parse("2026-04-15T00:00:00Z")))
        .containsExactly(Instant.parse("2026-03-31T00:00:00Z"));
  }
}
