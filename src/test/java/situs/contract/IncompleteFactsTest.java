package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import situs.ContractFixture;

/** What cannot be told is neither kept nor violated, whatever keeps it from being told. */
class IncompleteFactsTest {
  private static final Instant NOW = Instant.parse("2026-03-18T00:00:00Z");

  private static Verdict verdict(SubjectKind over, Map<String, Object> facts, String... lines) {
    String text =
        "contract: t\nclauses:\n  c:\n    text: t\n    cite: t\n    over: %s\n    %s\n"
            .formatted(over.word(), String.join("\n    ", lines));
    return ContractFixture.read(text).judge(new Facts(over, facts), NOW).get(0).verdict();
  }

  @Test
  void aConditionThatHasNoValueLeavesOpenWhetherARuleIsBroken() {
    Verdict verdict =
        verdict(
            SubjectKind.ROUTE,
            Map.of("chain", List.of("client", "b"), "target.provider", "b"),
            "when: chain[5] == \"a\"",
            "require: target.provider == \"a\"");
    assertThat(verdict)
        .isEqualTo(
            new Verdict.Undetermined(
                "", "cannot be computed: chain[5] == \"a\"; chain is [client, b]"));
  }

  @Test
  void aRuleThatHasNoValueIsNamedWithItsFacts() {
    Verdict verdict =
        verdict(
            SubjectKind.ROUTE,
            Map.of("chain", List.of("client", "b")),
            "require: chain[5] == \"a\"");
    assertThat(verdict.reason())
        .isEqualTo("cannot be computed: requires chain[5] == \"a\"; chain is [client, b]");
  }

  @Test
  void everyMissingFactIsNamedOnce() {
    Verdict verdict =
        verdict(
            SubjectKind.ROUTE,
            Map.of(),
            "when: call.state == \"stateless\"",
            "require: call.state == \"stateful\" || origin == \"Lima\"",
            "except: {some: customer.segment == \"some\"}");
    assertThat(verdict)
        .isEqualTo(
            new Verdict.Undetermined(
                "customer.segment, call.state, origin",
                "cannot be told without customer.segment, call.state, origin"));
  }

  @Test
  void onlyWhatWouldDecideIsNamedAsMissing() {
    // The first operand is true without the origin; the state of the call alone is open.
    Verdict verdict =
        verdict(
            SubjectKind.ROUTE,
            Map.of("hop.to", "model"),
            "require: (hop.to == \"model\" || origin == \"x\") && call.state == \"stateful\"");
    assertThat(verdict)
        .isEqualTo(new Verdict.Undetermined("call.state", "cannot be told without call.state"));
  }

  @Test
  void anExceptionThatHasNoValueIsNoViolation() {
    Verdict verdict =
        verdict(
            SubjectKind.ROUTE,
            Map.of("target.provider", "b", "chain", List.of("client", "b")),
            "require: target.provider == \"a\"",
            "except: {late: 'chain[5] == \"x\"'}");
    assertThat(verdict).isInstanceOf(Verdict.Undetermined.class);
  }

  @Test
  void aConjunctionWithAMacroNamesOnlyWhatFailed() {
    Map<String, Object> facts =
        Map.of("chain", List.of("client", "b", "a"), "target.provider", "a");
    Verdict verdict =
        verdict(
            SubjectKind.ROUTE,
            facts,
            "require: 'target.provider == \"a\" && chain.all(p, p == \"a\" || p == \"client\")'");
    assertThat(verdict)
        .isEqualTo(
            new Verdict.Violated(
                "requires chain.all(p, p == \"a\" || p == \"client\"); chain is [client, b, a]"));
  }

  /** Country or continent decides; what the rule does not speak of need not be known. */
  @ParameterizedTest(name = "within {0}, country {1}, continent {2}: {3}")
  @CsvSource({
    "DE,     DE, '',     Satisfied",
    "DE,     US, '',     Violated",
    "DE,     '', europe, Undetermined placement.country",
    "europe, '', europe, Satisfied",
    "europe, '', asia,   Violated",
    "europe, DE, '',     Undetermined placement.geography",
    "'DE, asia', DE, '', Satisfied",
    "'DE, asia', '', asia, Satisfied",
    "'DE, asia', US, '', Undetermined placement.geography",
  })
  void residencyIsThreeValuedToo(String within, String country, String continent, String expected) {
    Map<String, Object> facts = new LinkedHashMap<>(Map.of("component", "model"));
    facts.put("placement.region", "a/1");
    if (!country.isEmpty()) {
      facts.put("placement.country", country);
    }
    if (!continent.isEmpty()) {
      facts.put("placement.geography", continent);
    }
    Verdict verdict =
        verdict(
            SubjectKind.PLACEMENT,
            facts,
            "residency: {within: [" + within + "], of: [processing]}");
    String missing = verdict instanceof Verdict.Undetermined u ? " " + u.fact() : "";
    assertThat(verdict.getClass().getSimpleName() + missing).isEqualTo(expected);
  }

  @Test
  void oneEndAbroadIsEnoughToBreakResidencyInTransit() {
    Map<String, Object> facts =
        Map.of("hop.from", "runtime", "source.country", "US", "source.region", "a/1");
    Verdict verdict =
        verdict(SubjectKind.ROUTE, facts, "residency: {within: [DE], of: [in-transit]}");
    assertThat(verdict).isInstanceOf(Verdict.Violated.class);
  }

  @Test
  void whetherDataIsAtRestIsUnknownOfAnUnknownComponent() {
    Map<String, Object> facts = Map.of("placement.country", "US", "placement.region", "a/1");
    assertThat(verdict(SubjectKind.PLACEMENT, facts, "residency: {within: [DE], of: [at-rest]}"))
        .isEqualTo(new Verdict.Undetermined("component", "cannot be told without component"));
    // Where both states of data are meant it makes no difference.
    assertThat(
            verdict(
                SubjectKind.PLACEMENT,
                facts,
                "residency: {within: [DE], of: [at-rest, processing]}"))
        .isInstanceOf(Verdict.Violated.class);
  }

  @ParameterizedTest(name = "from {0}, source in {1}, target in {2}: {3}")
  @CsvSource({
    // A client's end does not count, and a start that may be a client's may not.
    "client,  US, DE, Satisfied",
    "runtime, US, DE, Violated",
    "'',      US, DE, Undetermined hop.from",
    // Whoever starts it, the end is abroad; or all is at home.
    "'',      DE, US, Violated",
    "'',      DE, DE, Satisfied",
    "'',      '', DE, 'Undetermined hop.from, source.country'",
    "'',      DE, '', Undetermined target.country",
  })
  void theRoleOfAnEndMattersToResidencyOnlyWhereItWouldDecide(
      String from, String source, String target, String expected) {
    assertThat(transit("residency: {within: [DE], of: [in-transit]}", from, source, target))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "from {0}, source in {1}, target in {2}: {3}")
  @CsvSource({
    "client,  US, DE, Satisfied",
    "runtime, US, DE, Violated",
    "'',      US, DE, Undetermined hop.from",
    "'',      DE, DE, Satisfied",
    "client,  '', DE, Satisfied",
    "'',      '', DE, 'Undetermined hop.from, source.country'",
  })
  void hopsFromClientsNeedNotBeTogetherAndWhetherOneIsMayBeMissing(
      String from, String source, String target, String expected) {
    assertThat(transit("colocation: {in: country}", from, source, target)).isEqualTo(expected);
  }

  private static String transit(String rule, String from, String source, String target) {
    Map<String, Object> facts =
        new LinkedHashMap<>(
            Map.of("hop.from", from, "source.country", source, "target.country", target));
    facts.values().removeIf(""::equals);
    Verdict verdict = verdict(SubjectKind.ROUTE, facts, rule);
    String missing = verdict instanceof Verdict.Undetermined u ? " " + u.fact() : "";
    return verdict.getClass().getSimpleName() + missing;
  }

  /**
   * Kleene's tables: with FALSE below UNKNOWN below TRUE, "and" is the least, "or" the greatest.
   */
  @ParameterizedTest
  @EnumSource(Truth.class)
  void andOrAreLeastAndGreatest(Truth a) {
    List<Truth> order = List.of(Truth.FALSE, Truth.UNKNOWN, Truth.TRUE);
    for (Truth b : order) {
      assertThat(order.indexOf(a.and(b))).isEqualTo(Math.min(order.indexOf(a), order.indexOf(b)));
      assertThat(order.indexOf(a.or(b))).isEqualTo(Math.max(order.indexOf(a), order.indexOf(b)));
    }
  }
}
