package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.ContractFixture;

/** Kinds of rules, three-valued logic, exceptions, readings and dates, on clauses written out. */
class ClauseTest {
  private static final Instant NOW = Instant.parse("2026-03-18T00:00:00Z");

  /** A contract of one clause {@code c}, whose lines are given. */
  private static Contracts contract(String... lines) {
    StringBuilder text =
        new StringBuilder("contract: t\nclauses:\n  c:\n    text: t\n    cite: t\n");
    for (String line : lines) {
      text.append("    ").append(line).append('\n');
    }
    return ContractFixture.read(text.toString());
  }

  private static Facts facts(SubjectKind kind, String... namesAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Facts(kind, values);
  }

  private static Facts route(String... namesAndValues) {
    return facts(SubjectKind.ROUTE, namesAndValues);
  }

  private static Facts through(String target, String... chain) {
    return route("target.provider", target).with(Map.of("chain", List.of(chain)));
  }

  private static Facts placement(String... namesAndValues) {
    return facts(SubjectKind.PLACEMENT, namesAndValues);
  }

  private static Verdict verdict(Contracts contracts, Facts facts, String reading) {
    return contracts.judge(facts, NOW).stream()
        .filter(j -> j.reading().equals(reading))
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  private static Verdict verdict(Contracts contracts, Facts facts) {
    return verdict(contracts, facts, Contracts.LETTER);
  }

  @Test
  void requireAndForbidAreOpposites() {
    Facts onB = route("target.provider", "b");
    assertThat(verdict(contract("over: route", "require: target.provider == \"a\""), onB))
        .isEqualTo(
            new Verdict.Violated("requires target.provider == \"a\"; target.provider is \"b\""));
    assertThat(verdict(contract("over: route", "forbid: target.provider == \"a\""), onB))
        .isInstanceOf(Verdict.Satisfied.class);
    assertThat(verdict(contract("over: route", "forbid: target.provider == \"b\""), onB).reason())
        .isEqualTo("forbids target.provider == \"b\"; target.provider is \"b\"");
  }

  /** A list of what is forbidden is long, and one of it was met. */
  @Test
  void whatIsForbiddenQuotesTheAlternativesThatHold() {
    Contracts any =
        contract(
            "over: route",
            "forbid: target.provider == \"a\" || chain.exists(p, p == \"b\") || call.state =="
                + " \"stateless\"");
    assertThat(verdict(any, through("c", "client", "b")).reason())
        .isEqualTo("forbids chain.exists(p, p == \"b\"); chain is [client, b]");
    assertThat(verdict(any, through("a", "b")).reason())
        .isEqualTo(
            "forbids target.provider == \"a\"; target.provider is \"a\"; forbids chain.exists(p, p"
                + " == \"b\"); chain is [b]");
    assertThat(verdict(any, through("c", "c")))
        .isEqualTo(new Verdict.Undetermined("call.state", "cannot be told without call.state"));
  }

  @Test
  void exclusiveHostingLooksAtPlacesAndExclusiveDistributionAtSellers() {
    Contracts hosting = contract("over: placement", "exclusive: {of: hosting, to: a}");
    assertThat(verdict(hosting, placement("placement.provider", "b", "channel.seller", "a")))
        .isInstanceOf(Verdict.Violated.class);
    Contracts selling = contract("over: placement", "exclusive: {of: distribution, to: [a, c]}");
    assertThat(verdict(selling, placement("placement.provider", "b", "channel.seller", "c")))
        .isInstanceOf(Verdict.Satisfied.class);
    Contracts hops = contract("over: route", "exclusive: {of: hosting, to: a}");
    assertThat(verdict(hops, route("target.provider", "b")).reason())
        .isEqualTo("hosting is exclusive to a; target.provider is \"b\"");
  }

  @ParameterizedTest(name = "{0} data of a {1} in {2}: {3}")
  @CsvSource({
    "at-rest, state, DE, Satisfied",
    "at-rest, state, US, Violated",
    // At rest is not processed, and the other way round.
    "at-rest, runtime, US, Satisfied",
    "processing, state, US, Satisfied",
    "processing, model, US, Violated",
    "processing, runtime, FR, Satisfied",
  })
  void residencyOfPlacementsKnowsRestFromProcessing(
      String of, String component, String country, String verdict) {
    Contracts eu = contract("over: placement", "residency: {within: [DE, FR], of: [" + of + "]}");
    Facts subject =
        placement(
            "component",
            component,
            "placement.country",
            country,
            "placement.geography",
            "x",
            "placement.region",
            "a/1");
    assertThat(verdict(eu, subject).getClass().getSimpleName()).isEqualTo(verdict);
  }

  @Test
  void residencyInTransitLooksAtBothEndsOfAHopButNotAtTheClient() {
    Contracts europe = contract("over: route", "residency: {within: [europe], of: [in-transit]}");
    Facts fromAbroad =
        route(
            "hop.from",
            "runtime",
            "source.country",
            "US",
            "source.geography",
            "northamerica",
            "source.region",
            "a/1",
            "target.country",
            "DE",
            "target.geography",
            "europe",
            "target.region",
            "b/1");
    assertThat(verdict(europe, fromAbroad).reason())
        .isEqualTo("data stays within europe; source.region is \"a/1\", in US");
    Facts fromClient =
        route(
            "hop.from",
            "client",
            "source.country",
            "US",
            "source.geography",
            "northamerica",
            "target.country",
            "DE",
            "target.geography",
            "europe");
    assertThat(verdict(europe, fromClient)).isInstanceOf(Verdict.Satisfied.class);
  }

  @Test
  void aConjunctionNamesOnlyWhatFailed() {
    Contracts both =
        contract("over: route", "require: target.provider == \"a\" && target.country == \"DE\"");
    assertThat(verdict(both, route("target.provider", "a", "target.country", "US")).reason())
        .isEqualTo("requires target.country == \"DE\"; target.country is \"US\"");
  }

  /** Kleene's logic: unknown, unless the known side decides. */
  @ParameterizedTest(name = "when {0}, require {1}: {2}")
  @CsvSource({
    // call.state is missing; target.provider is b
    "call.state == 'stateless', target.provider == 'b', Satisfied",
    "call.state == 'stateless', target.provider == 'a', Undetermined",
    "call.state == 'stateless' && target.provider == 'a', target.provider == 'a', NotApplicable",
    "call.state == 'stateless' || target.provider == 'b', target.provider == 'a', Violated",
    "target.provider == 'b', call.state == 'stateless', Undetermined",
    "target.provider == 'b', call.state == 'stateless' || target.provider == 'b', Satisfied",
    "target.provider == 'b', call.state == 'stateless' && target.provider == 'a', Violated",
    "target.provider == 'a', call.state == 'stateless', NotApplicable",
  })
  void whatIsMissingIsUnknownUnlessTheRestDecides(String when, String require, String expected) {
    Contracts clause =
        contract("over: route", "when: \"" + when + "\"", "require: \"" + require + "\"");
    Verdict verdict = verdict(clause, route("target.provider", "b"));
    assertThat(verdict.getClass().getSimpleName()).isEqualTo(expected);
    if (verdict instanceof Verdict.Undetermined undetermined) {
      assertThat(undetermined.fact()).isEqualTo("call.state");
    }
  }

  @Test
  void anExceptionFreesByItsLabelAndAnUnknownOneLeavesOpen() {
    Contracts clause =
        contract(
            "over: route",
            "require: target.provider == \"a\"",
            "except: {defence: customer.segment == \"defence\"}");
    assertThat(verdict(clause, route("target.provider", "b", "customer.segment", "defence")))
        .isEqualTo(new Verdict.NotApplicable("exception defence"));
    assertThat(verdict(clause, route("target.provider", "b", "customer.segment", "x")))
        .isInstanceOf(Verdict.Violated.class);
    assertThat(verdict(clause, route("target.provider", "b")))
        .isEqualTo(
            new Verdict.Undetermined(
                "customer.segment", "cannot be told without customer.segment"));
    assertThat(verdict(clause, route("target.provider", "a")))
        .isInstanceOf(Verdict.Satisfied.class);
  }

  @Test
  void aReadingTakesFromTheClauseWhatItDoesNotSay() {
    Contracts clause =
        contract(
            "over: route",
            "when: hop.to == \"model\"",
            "require: target.provider == \"a\"",
            "readings:",
            "  letter: {when: call.state == \"stateless\"}",
            "  spirit: {require: source.provider == \"a\"}",
            "  owner: {objects: never}");
    Facts hop =
        route(
            "hop.to",
            "model",
            "call.state",
            "stateful",
            "source.provider",
            "b",
            "target.provider",
            "b");
    assertThat(verdict(clause, hop, "letter")).isInstanceOf(Verdict.NotApplicable.class);
    assertThat(verdict(clause, hop, "spirit").reason()).startsWith("requires source.provider");
    assertThat(verdict(clause, hop, "owner"))
        .isEqualTo(new Verdict.NotApplicable("this reading never objects"));
  }

  @Test
  void aReadingThatSaysNothingIsTheClauseAsItStands() {
    Contracts clause =
        contract(
            "over: route",
            "require: target.provider == \"a\"",
            "readings:",
            "  letter: {}",
            "  spirit: {forbid: cause == \"failover\"}");
    Facts hop = route("target.provider", "b", "cause", "primary");
    assertThat(verdict(clause, hop, "letter")).isInstanceOf(Verdict.Violated.class);
    assertThat(verdict(clause, hop, "spirit")).isInstanceOf(Verdict.Satisfied.class);
  }

  @Test
  void aClauseThatDoesNotNameAReadingIsReadAsItStandsElseByItsFirst() {
    Contracts plain = contract("over: route", "require: target.provider == \"a\"");
    Contracts read =
        contract(
            "over: route",
            "readings:",
            "  strict: {require: target.provider == \"c\"}",
            "  loose: {objects: never}");
    Contracts both = new Contracts(List.of(plain.contracts().get(0), read.contracts().get(0)));
    assertThat(plain.readings()).containsExactly("letter");
    assertThat(both.readings()).containsExactly("strict", "loose");
    assertThat(both.judge(route("target.provider", "b"), NOW))
        .extracting(j -> j.reading() + " " + j.verdict().getClass().getSimpleName())
        .containsExactly(
            "strict Violated", "loose Violated", "strict Violated", "loose NotApplicable");
    assertThat(both.permits(route("target.provider", "b"), NOW, "unheard-of")).isFalse();
    assertThat(both.permits(route("target.provider", "a"), NOW, "loose")).isTrue();
    Clause named = read.contracts().get(0).clauses().get(0);
    assertThat(named.judge(route("target.provider", "b"), "unheard-of", NOW))
        .isEqualTo(named.judge(route("target.provider", "b"), "strict", NOW));
  }

  @ParameterizedTest(name = "at {0}: in force {1}")
  @CsvSource({
    "2026-02-26T23:59:59Z, false",
    "2026-02-27T00:00:00Z, true",
    "2026-04-26T21:59:59Z, true",
    // The end has its own zone: midnight in Berlin is 22:00 UTC in summer.
    "2026-04-26T22:00:00Z, false",
  })
  void aClauseIsInForceFromItsFirstDayUntilItsLastInstant(Instant at, boolean inForce) {
    Contracts clause =
        contract(
            "in-force: {from: 2026-02-27, until: \"2026-04-27T00:00:00+02:00\"}",
            "over: route",
            "require: target.provider == \"a\"");
    assertThat(clause.permits(route("target.provider", "b"), at, "letter")).isEqualTo(!inForce);
  }
}
