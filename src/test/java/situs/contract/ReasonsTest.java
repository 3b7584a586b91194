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

/** A violation says what is wrong, with its dates and lengths of time. */
class ReasonsTest {
  private static final Instant NOW = Instant.parse("2026-03-18T00:00:00Z");
  private static final Facts ON_AWS =
      route(
          "workload.name", "api",
          "hop.from", "runtime",
          "hop.to", "model",
          "source.provider", "azure",
          "target.provider", "aws",
          "room", List.of("azure"));

  private static Circumstances known(
      Map<String, Optional<Instant>> notices,
      Map<String, Optional<Instant>> releases,
      Map<String, Duration> answers) {
    return new Circumstances(
        List.of(),
        Map.of(),
        Map.of("cannot", false, "chooses_not", true),
        notices,
        Map.of("api", releases),
        answers,
        Map.of(),
        Map.of(),
        Map.of());
  }

  private static final Circumstances NOTHING = known(Map.of(), Map.of(), Map.of());

  private static Verdict verdict(String rule, Circumstances circumstances) {
    Contracts contracts =
        contract(
            "terms: {cannot: open, chooses_not: open}",
            "clauses:",
            clause("c", "over: route\n" + rule));
    return contracts.under(circumstances).judge(ON_AWS, NOW).get(0).verdict();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "colocation, both ends must be in the same provider; from azure to aws",
    "separation, both ends must not be in the same region; from aws/x to aws/x",
  })
  void whatBothEndsMustBeIsSaid(String kind, String reason) {
    Facts hop =
        route(
            "hop.from", "runtime",
            "source.provider", "azure",
            "target.provider", "aws",
            "source.region", "aws/x",
            "target.region", "aws/x");
    String in = kind.equals("colocation") ? "provider" : "region";
    Contracts contracts =
        contract("clauses:", clause("c", "over: route\n" + kind + ": {in: " + in + "}"));
    assertThat(contracts.judge(hop, NOW).get(0).verdict()).isEqualTo(new Verdict.Violated(reason));
  }

  @Test
  void whenAProductWasOfferedIsSaidAndAConjunctionKeepsItsBrackets() {
    // On aws for 10 days; on azure in 5.
    Map<String, Optional<Instant>> releases =
        Map.of(
            "aws", Optional.of(Instant.parse("2026-03-08T00:00:00Z")),
            "azure", Optional.of(Instant.parse("2026-03-23T00:00:00Z")));
    assertThat(
            verdict(
                    "ships-first: {on: azure, lead: 12 h, unless: term.cannot && term.chooses_not}",
                    known(Map.of(), releases, Map.of()))
                .reason())
        .isEqualTo(
            "ships first on azure, 0.5 days before; target.provider is \"aws\", offered on aws 10"
                + " days before, on azure 5 days later; and not (term.cannot && term.chooses_not)");
  }

  @ParameterizedTest(name = "given {0}: {1}")
  @CsvSource({
    "2026-03-08, it was given 10 days before",
    "2027-03-18, it was given 365 days later",
    "never, it was given never",
  })
  void whenANoticeWasGivenIsSaid(String given, String reason) {
    Optional<Instant> date =
        given.equals("never") ? Optional.empty() : Optional.of(Instant.parse(given + "T00:00:00Z"));
    assertThat(
            verdict(
                    "notice: {of: moving, time: 30 d}",
                    known(Map.of("moving", date), Map.of(), Map.of()))
                .reason())
        .isEqualTo("a notice of 30 days before 'moving' is due; " + reason);
  }

  @Test
  void howLongAHolderTakesToAnswerIsSaid() {
    assertThat(
            verdict(
                    "first-refusal: {to: azure, answer: 10 d}",
                    known(Map.of(), Map.of(), Map.of("azure", Duration.ofDays(9))))
                .reason())
        .endsWith("while [azure] had room; azure takes 9 days to answer and may take 10 days");
  }

  @Test
  void anExceptionToAnExceptionBindsAgain() {
    Contracts contracts =
        contract(
            "clauses:",
            clause(
                "c",
                "over: route\nrequire: target.provider == \"azure\"",
                "except:",
                "  free:",
                "    when: hop.to == \"model\"",
                "    except:",
                "      resold: {when: hop.from == \"runtime\", except: {ours: workload.name == \"x\"}}"));
    Judgement judgement = contracts.judge(ON_AWS, NOW).get(0);
    assertThat(contracts.derivation(judgement, ON_AWS, NOW).toString())
        .contains("exception 'free': applies, and frees")
        .contains("exception 'resold': applies, and binds again")
        .contains("exception 'ours': does not apply");
  }

  @Test
  void whatAPermissionWantsToKnowIsNamedBehindIt() {
    Contracts contracts =
        contract(
            "terms: {open: open}",
            "clauses:",
            clause("closed", "over: route\npermitted-by: [inland, stateful, settled]"),
            clause("inland", "over: route\npermit: target.provider == \"azure\""),
            clause("stateful", "over: route\npermit: call.state == \"stateful\""),
            clause("settled", "over: route\nwhen: term.open\npermit: hop.to == \"model\""));
    assertThat(contracts.under(NOTHING).judge(ON_AWS, NOW).get(0).verdict())
        .isEqualTo(
            new Verdict.Undetermined(
                "call.state, term.open", "cannot be told without call.state, term.open"));
  }
}
