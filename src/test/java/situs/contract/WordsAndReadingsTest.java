package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.contract.Texts.clause;
import static situs.contract.Texts.contract;
import static situs.contract.Texts.route;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that can be read in several ways, readings by party, and profiles. */
class WordsAndReadingsTest {
  private static final Instant NOW = Instant.parse("2026-03-18T00:00:00Z");
  private static final String STATELESS =
      """
      parties: [Owner, Host]
      define:
        stateless-call:
          over: route
          readings:
            letter: {means: 'hop.to == "model" && call.state == "stateless"', as-read-by: Owner}
            spirit: {means: hop.to == "model", as-read-by: Host}
      profiles:
        mixed: {default: letter, readings: {stateless-call: spirit}}
      clauses:\
      """;
  private static final String HOSTED =
      clause(
          "hosted", "over: route\nwhen: word.stateless_call\nrequire: target.provider == \"home\"");
  private static final Facts STATEFUL_ABROAD =
      route("hop.to", "model", "call.state", "stateful", "target.provider", "away");

  private static Verdict verdict(Contracts contracts, Facts facts, String reading) {
    return contracts.contracts().get(0).clauses().get(0).judge(facts, reading, NOW);
  }

  @Test
  void everyClauseThatUsesAWordInheritsItsReadings() {
    Contracts contracts = contract(STATELESS, HOSTED);
    assertThat(contracts.readings()).containsExactly("letter", "spirit");
    assertThat(verdict(contracts, STATEFUL_ABROAD, "letter"))
        .isInstanceOf(Verdict.NotApplicable.class);
    assertThat(verdict(contracts, STATEFUL_ABROAD, "spirit"))
        .isEqualTo(
            new Verdict.Violated(
                "requires target.provider == \"home\"; target.provider is \"away\""));
  }

  @Test
  void whatAWordIsTakenToMeanIsSaidWithIt() {
    Contracts contracts = contract(STATELESS, HOSTED);
    assertThat(verdict(contracts, STATEFUL_ABROAD, "letter").reason())
        .isEqualTo(
            "speaks only of word.stateless_call, that is"
                + " (hop.to == \"model\" && call.state == \"stateless\")");
  }

  @Test
  void whatIsMissingInAWordIsNamedAsTheFactThatItIs() {
    Facts unknown = route("hop.to", "model", "target.provider", "away");
    assertThat(verdict(contract(STATELESS, HOSTED), unknown, "letter"))
        .isEqualTo(new Verdict.Undetermined("call.state", "cannot be told without call.state"));
  }

  @ParameterizedTest(name = "as read by {0}: {1}")
  @CsvSource({
    "Owner, NotApplicable",
    "Host, Violated",
    // A profile sets the reading of the word alone; clauses keep to its default.
    "mixed, Violated",
  })
  void partiesAndProfilesChooseReadings(String who, String expected) {
    Contracts contracts = contract(STATELESS, HOSTED);
    assertThat(contracts.choices()).containsExactly("letter", "spirit", "Owner", "Host", "mixed");
    Verdict verdict = verdict(contracts, STATEFUL_ABROAD, who);
    assertThat(verdict.getClass().getSimpleName()).isEqualTo(expected);
    assertThat(contracts.permits(STATEFUL_ABROAD, NOW, who))
        .isEqualTo(expected.equals("NotApplicable"));
  }

  @Test
  void aReadingOfAClauseMayBeThatOfAParty() {
    Contracts contracts =
        contract(
            "parties: [Owner, Host]",
            "clauses:",
            clause(
                "hosted",
                "over: route",
                "readings:",
                "  narrow: {require: target.provider == \"home\", as-read-by: [Host]}",
                "  wide: {objects: never, as-read-by: Owner}"));
    Facts abroad = route("target.provider", "away");
    assertThat(contracts.permits(abroad, NOW, "Owner")).isTrue();
    assertThat(contracts.permits(abroad, NOW, "Host")).isFalse();
  }

  @Test
  void oneClauseReadAsItsWordsAndAnotherByTheProfilesDefault() {
    String own =
        clause(
            "other",
            "over: route",
            "readings: {spirit: {require: target.provider == \"home\"}, letter: {objects: never}}");
    Contracts contracts = contract(STATELESS, HOSTED, own);
    List<Judgement> objections = contracts.objections(STATEFUL_ABROAD, NOW, "mixed");
    assertThat(objections).extracting(j -> j.clause().id()).containsExactly("hosted");
  }

  @Test
  void wordsMayUseWordsAndTextsInQuotesAreLeftAlone() {
    Contracts contracts =
        contract(
            "define:",
            "  own: {over: route, means: hop.to == \"model\"}",
            "  far: {over: route, means: word.own && target.country != \"word.own\"}",
            "clauses:",
            clause("c", "over: route\nforbid: word.far"));
    Facts call = route("hop.to", "model", "target.country", "DE");
    assertThat(verdict(contracts, call, "letter")).isInstanceOf(Verdict.Violated.class);
    assertThat(contracts.readings()).containsExactly("letter");
  }

  @Test
  void aScenarioMayAskForTheReadingsToJudgeUnder() {
    Contracts contracts =
        contract(STATELESS, HOSTED).under(WordsAndReadingsTest.asking("Owner", "Host"));
    assertThat(contracts.judge(STATEFUL_ABROAD, NOW))
        .extracting(j -> j.reading() + " " + j.verdict().getClass().getSimpleName())
        .containsExactly("Owner NotApplicable", "Host Violated");
  }

  private static Circumstances asking(String... readings) {
    return new Circumstances(
        List.of(readings),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  @Test
  void aClauseWhoseReadingsAllNeverObjectIsJudgedAndSpeaksOfNothing() {
    Contracts contracts =
        contract("clauses:", clause("c", "over: route\nreadings: {letter: {objects: never}}"));
    assertThat(contracts.judge(STATEFUL_ABROAD, NOW))
        .extracting(Judgement::verdict)
        .containsExactly(new Verdict.NotApplicable("this reading never objects"));
  }
}
