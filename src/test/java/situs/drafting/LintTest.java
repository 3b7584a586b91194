package situs.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import situs.contract.Contract;
import situs.contract.ContractFile;
import situs.document.Document;
import situs.document.Issues;
import situs.document.Node;

/** What a drafter cannot have meant is found, and what is sound is left alone. */
class LintTest {
  private static List<Finding> lint(String text) {
    Issues issues = new Issues();
    Node root = Document.parse("test.yaml", text, issues).orElseThrow();
    Contract contract = ContractFile.of(root, issues).orElseThrow();
    return Lint.of(contract, root);
  }

  private static List<String> ofClause(String... lines) {
    String clause =
        "contract: test\nclauses:\n  c:\n    text: t\n    cite: c\n    over: placement\n";
    String own = Stream.of(lines).map(line -> "    " + line + "\n").reduce("", String::concat);
    return lint(clause + own).stream().map(f -> f.at() + ": " + f.message()).toList();
  }

  @Test
  void whatIsShippedIsCleanButForWhatIsNotSearched() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("scenarios/contracts"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        assertThat(lint(Files.readString(file)))
            .allMatch(finding -> finding.severity() == Finding.Severity.NOTE)
            .allMatch(finding -> finding.message().contains("is not searched"));
      }
    }
  }

  @Test
  void aSoundClauseIsLeftAlone() {
    assertThat(ofClause("when: component == \"model\"", "require: placement.provider == \"azure\""))
        .isEmpty();
  }

  @Test
  void aConditionThatNeverHoldsIsFound() {
    assertThat(
            ofClause(
                "when: component == \"model\" && component == \"state\"",
                "require: placement.provider == \"azure\""))
        .hasSize(3)
        .allMatch(finding -> finding.startsWith("test.yaml:3:3: clause 'c': no subject"))
        .anyMatch(finding -> finding.contains("component == \"state\" is true'"))
        .anyMatch(finding -> finding.contains("'demand kept'"))
        .anyMatch(finding -> finding.contains("'demand not kept'"));
  }

  @Test
  void anExceptionThatCannotApplyIsFound() {
    assertThat(
            ofClause(
                "when: component == \"model\"",
                "require: placement.provider == \"azure\"",
                "except: {stored: component == \"state\"}"))
        .anyMatch(finding -> finding.contains("exception stored"));
  }

  @Test
  void anExceptionWithDatesOfItsOwnIsSearchedInThem() {
    assertThat(
            ofClause(
                "require: placement.provider == \"azure\"",
                "except:",
                "  late: {when: component == \"state\", in-force: {from: 2026-06-01}}"))
        .isEmpty();
  }

  @Test
  void readingsThatNeverDifferAreFound() {
    assertThat(
            ofClause(
                "readings:",
                "  letter: {require: 'placement.provider == \"azure\"'}",
                "  spirit: {forbid: 'placement.provider != \"azure\"'}"))
        .singleElement()
        .asString()
        .contains("readings 'letter' and 'spirit' never differ");
  }

  @Test
  void exceptionsThatDisagreeAreFound() {
    assertThat(
            ofClause(
                "require: placement.provider == \"azure\"",
                "except:",
                "  free: customer.segment == \"defence\"",
                "  bound: {when: component == \"model\", require: placement.country == \"US\"}"))
        .singleElement()
        .asString()
        .contains("'free' and 'bound' both apply and disagree");
  }

  @Test
  void aClauseThatEndsBeforeTheOneInItsPlaceBeginsLeavesAGap() {
    List<Finding> findings =
        lint(
            """
            contract: test
            clauses:
              old: {text: t, cite: c, over: placement, require: component == "model"}
            amendments:
              first:
                from: 2026-01-01
                replaces: {old: new}
                clauses:
                  new:
                    text: t
                    cite: c
                    in-force: {from: 2026-02-01}
                    over: placement
                    require: component == "state"
            """);
    assertThat(findings)
        .singleElement()
        .hasToString(
            new Finding(
                    findings.get(0).at(),
                    Finding.Severity.WARNING,
                    "neither 'old' (until 2026-01-01) nor 'new' (from 2026-02-01) is in force"
                        + " between; let them meet")
                .toString());
    assertThat(findings.get(0).at()).hasToString("test.yaml:7:16");
  }

  @Test
  void aClauseThatIsEndedBeforeItBeginsIsNeverInForce() {
    assertThat(
            lint(
                """
                contract: test
                clauses:
                  c:
                    text: t
                    cite: c
                    in-force: {from: 2027-01-01}
                    over: placement
                    require: component == "model"
                amendments:
                  first: {from: 2026-01-01, ends: c}
                """))
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .contains("clause 'c' is never in force");
  }

  @Test
  void whatComputesWithFactsIsNotedAsNotSearched() {
    assertThat(ofClause("require: placement.region.matches(\"azure/.*\")"))
        .singleElement()
        .asString()
        .contains("is not searched: it computes with facts");
  }
}
