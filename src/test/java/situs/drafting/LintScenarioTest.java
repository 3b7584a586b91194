package situs.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import situs.ContractFixture;
import situs.contract.Circumstances;
import situs.contract.Contract;
import situs.contract.ContractFile;
import situs.contract.Facts;
import situs.contract.Reach.World;
import situs.contract.SubjectKind;
import situs.document.Document;
import situs.document.Issues;
import situs.document.Node;

/** What a clause finds no occasion for in a scenario, and what it cannot be told without. */
class LintScenarioTest {
  private static final Facts MODEL =
      placement(Map.of("component", "model", "placement.provider", "azure"));
  private static final Facts STATE =
      placement(Map.of("component", "state", "placement.provider", "aws"));
  private static final World SMALL = world("small", MODEL, STATE);

  private static Facts placement(Map<String, Object> values) {
    return new Facts(SubjectKind.PLACEMENT, values);
  }

  private static World world(String name, Facts... subjects) {
    return new World(name, Circumstances.NONE, List.of(subjects), List.of("azure", "aws"));
  }

  private static List<String> lint(String text, World... worlds) {
    Issues issues = new Issues();
    Node root = Document.parse("test.yaml", text, issues).orElseThrow();
    Contract contract = ContractFile.of(root, issues).orElseThrow();
    return Lint.of(contract, root, List.of(worlds)).stream()
        .filter(finding -> finding.doubt().asksForScenario() || !finding.about().isEmpty())
        .map(f -> f.severity() + " " + f.message())
        .toList();
  }

  private static String clause(String... lines) {
    String head =
        "contract: t\nterms: {open_one: open}\nevents: {it-happens: So.}\nclauses:\n  c:\n";
    return Stream.of(lines)
        .map(line -> "    " + line + "\n")
        .reduce(head + "    text: t\n    cite: c\n", String::concat);
  }

  @Test
  void aClauseThatSpeaksOfSomethingIsLeftAlone() {
    String text =
        clause(
            "over: placement",
            "when: component == \"model\"",
            "require: placement.provider == \"azure\"");
    assertThat(lint(text, SMALL)).isEmpty();
  }

  @Test
  void aProviderThatNobodyKnowsIsNamedWhereItIsWritten() {
    String rule = "minimum-capacity: {of: instances, amount: 1, with: [azure, %s]}";
    String message =
        "WARNING clause 'c' names a provider '%s', of which no region is known in small; correct it,"
            + " or give it a region under `catalog:`%s";
    assertThat(lint(clause("over: placement", rule.formatted("initech")), SMALL))
        .contains(message.formatted("initech", "; there is 'aws', 'azure'"));
    assertThat(lint(clause("over: placement", rule.formatted("awz")), SMALL))
        .contains(message.formatted("awz", "; did you mean 'aws'?"));
    assertThat(lint(clause("over: placement", rule.formatted("aws")), SMALL))
        .noneMatch(found -> found.contains("names a provider"));
  }

  @Test
  void aClauseThatSpeaksOfNothingNamesTheConditionThatNeverHolds() {
    String text =
        clause(
            "over: placement",
            "when: component == \"runtime\" && placement.provider == \"azure\"",
            "require: placement.country == \"DE\"");
    assertThat(lint(text, SMALL))
        .containsExactly(
            "WARNING clause 'c' speaks of none of the 2 placements in small: none has component =="
                + " \"runtime\"");
  }

  @Test
  void conditionsMayNeverHoldTogether() {
    String text =
        clause(
            "over: placement",
            "when: component == \"state\" && placement.provider == \"azure\"",
            "require: customer.segment == \"commercial\"");
    assertThat(lint(text, SMALL))
        .singleElement()
        .asString()
        .endsWith("its conditions never hold together, or exceptions free all");
  }

  @Test
  void whatExceptionsFreeIsNotSpokenOf() {
    String text =
        clause(
            "over: placement",
            "when: component == \"model\"",
            "require: placement.provider == \"aws\"",
            "except: {at-home: placement.provider == \"azure\"}");
    assertThat(lint(text, SMALL)).hasSize(1);
    // The same clause speaks of a model elsewhere, in another scenario.
    World more =
        world("more", placement(Map.of("component", "model", "placement.provider", "gcp")));
    assertThat(lint(text, SMALL, more)).isEmpty();
  }

  @Test
  void ofAnotherKindOfSubjectThereMayBeNone() {
    String text = clause("over: charge", "require: charge.provider == \"azure\"");
    assertThat(lint(text, SMALL))
        .containsExactly("WARNING clause 'c' speaks of none of the 0 charges in small");
  }

  @Test
  void aFactThatIsStatedOfNoSubjectIsNamed() {
    String text =
        clause(
            "over: placement",
            "when: component == \"model\"",
            "require: placement.country == \"DE\" && term.open_one");
    assertThat(lint(text, SMALL))
        .containsExactly(
            "WARNING clause 'c' cannot be told of some placement without placement.country, and of"
                + " none that it speaks of is that known in small; state it, or let 'when' leave"
                + " such out",
            "WARNING clause 'c' cannot be told of some placement without term.open_one, and of"
                + " none that it speaks of is that known in small; state it, or let 'when' leave"
                + " such out");
  }

  @Test
  void aFactThatMakesNoDifferenceIsNotAskedFor() {
    // Both models are on azure or there is none: the country never decides.
    String text =
        clause(
            "over: placement",
            "when: component == \"model\"",
            "require: placement.country == \"DE\" || placement.provider == \"azure\"");
    assertThat(lint(text, SMALL)).isEmpty();
  }

  @Test
  void aPermissionSpeaksOfWhatItPermits() {
    String text = clause("over: placement", "permit: component == \"%s\"");
    assertThat(lint(text.formatted("model"), SMALL)).isEmpty();
    assertThat(lint(text.formatted("runtime"), SMALL))
        .singleElement()
        .asString()
        .endsWith("in small: none has component == \"runtime\"");
  }

  @Test
  void whatOnlySubjectsOfAnotherKindHaveIsNotKnown() {
    // Nothing is rented for state, and that of models does not help it.
    Facts rented =
        placement(Map.of("component", "model", "placement.instance_type", "ND96isr_H100_v5"));
    String text = clause("over: placement", "forbid: placement.instance_type == \"trn2.48xlarge\"");
    assertThat(lint(text, world("models", rented))).isEmpty();
    assertThat(lint(text, world("both", rented, STATE))).isEmpty();
    assertThat(lint(text.replace("forbid:", "when: component == \"state\"\n    forbid:"), SMALL))
        .singleElement()
        .asString()
        .contains("without placement.instance_type");
  }

  @Test
  void whatIsBoughtElsewhereIsAskedForByACommitment() {
    String text =
        clause("over: placement", "minimum-capacity: {of: accelerators, amount: 8, with: azure}");
    assertThat(lint(text, SMALL))
        .singleElement()
        .asString()
        .contains("without besides.c, and of none");
    // One scenario that states it is enough.
    Circumstances stated = ContractFixture.besides(Map.of("c", BigDecimal.ZERO));
    assertThat(lint(text, SMALL, new World("more", stated, List.of(MODEL), List.of()))).isEmpty();
  }

  @Test
  void aClauseThatWaitsForWhatDoesNotHappenIsNotAsked() {
    String text =
        clause(
            "over: placement",
            "in-force: {from: it-happens}",
            "require: placement.country == \"DE\"");
    assertThat(lint(text, SMALL)).isEmpty();
  }

  @Test
  void whatAnotherScenarioMayNeedIsNoMoreThanANote() {
    String text =
        clause(
            "over: placement",
            "accept: {not-triggered: There is no model in small scenarios.}",
            "when: component == \"model\"",
            "require: placement.provider == \"azure\"");
    assertThat(lint(text)).isEmpty();
    assertThat(lint(text, SMALL))
        .containsExactly(
            "NOTE clause 'c' accepts 'not-triggered', which is not found here; delete it, unless"
                + " another scenario needs it");
    assertThat(lint(text, world("other", STATE)))
        .singleElement()
        .asString()
        .contains("speaks of none of the 1 placements in other");
  }
}
