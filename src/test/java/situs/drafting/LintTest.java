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
import situs.contract.Doubt;
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
    return findings(lines).stream().map(f -> f.at() + ": " + f.message()).toList();
  }

  private static List<Finding> findings(String... lines) {
    String clause =
        "contract: test\nclauses:\n  c:\n    text: t\n    cite: c\n    over: placement\n";
    String own = Stream.of(lines).map(line -> "    " + line + "\n").reduce("", String::concat);
    return lint(clause + own);
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
  void exceptionsThatDisagreeOnWhatIsMeasuredAreFound() {
    assertThat(
            ofClause(
                "minimum-capacity: {of: instances, amount: 1}",
                "except:",
                "  free: customer.segment == \"defence\"",
                "  bound: {when: component == \"model\", except: {again: placement.country == \"US\"}}"))
        .anySatisfy(
            finding ->
                assertThat(finding)
                    .contains("'free' and 'again' both apply and disagree")
                    .contains("'free' leaves it out; 'again' counts it"))
        .noneMatch(finding -> finding.contains("'free' and 'again' both apply where"));
  }

  @Test
  void exceptionsThatApplyTogetherAndSayTheSameAreNoted() {
    assertThat(
            findings(
                "require: placement.provider == \"azure\"",
                "except:",
                "  defence: customer.segment == \"defence\"",
                "  small: component == \"model\""))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Finding.Severity.NOTE);
              assertThat(finding.about()).isEqualTo("defence, small");
              assertThat(finding.message())
                  .contains("'defence' and 'small' both apply where component is \"model\"")
                  .contains("customer.segment is \"defence\"")
                  .contains("one may be meant narrower");
            });
  }

  @Test
  void anExceptionThatNeverAppliesAloneIsNamed() {
    assertThat(
            ofClause(
                "require: placement.provider == \"azure\"",
                "except:",
                "  defence: customer.segment == \"defence\"",
                "  narrow: customer.segment == \"defence\" && component == \"model\""))
        .singleElement()
        .asString()
        .contains("'narrow' never applies alone");
  }

  @Test
  void exceptionsThatNeverMeetAreLeftAlone() {
    assertThat(
            ofClause(
                "require: placement.provider == \"azure\"",
                "except:",
                "  defence: customer.segment == \"defence\"",
                "  small: customer.segment == \"small\""))
        .isEmpty();
  }

  @Test
  void exceptionsOfWhichOneEndsBeforeTheOtherBeginsNeverMeet() {
    assertThat(
            ofClause(
                "require: placement.provider == \"azure\"",
                "except:",
                "  old: {when: component == \"state\", in-force: {until: 2026-06-01}}",
                "  new: {when: component == \"state\", in-force: {from: 2026-06-01}}"))
        .isEmpty();
  }

  @Test
  void theEndsOfHopsAreSearched() {
    String route = "contract: t\nclauses: {c: {text: t, cite: c, over: route, %s}}\n";
    assertThat(lint(route.formatted("colocation: {in: region}"))).isEmpty();
    // A client's place is nobody's choice: the demand is always kept.
    assertThat(lint(route.formatted("when: hop.from == \"client\", separation: {in: region}")))
        .singleElement()
        .satisfies(finding -> assertThat(finding.about()).isEqualTo("demand not kept"));
  }

  @Test
  void whatIsAcceptedKeepsItsReason() {
    assertThat(
            findings(
                "accept: {readings-alike: Both parties' words are kept.}",
                "readings:",
                "  letter: {require: 'placement.provider == \"azure\"'}",
                "  spirit: {forbid: 'placement.provider != \"azure\"'}"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.accepted()).contains("Both parties' words are kept.");
              assertThat(finding.isOpenWarning()).isFalse();
            });
  }

  @Test
  void oneOfAKindIsAcceptedByWhatItIsAbout() {
    assertThat(
            findings(
                "accept: {one-sided: {demand kept: For the record.}}",
                "when: component == \"model\" && component == \"state\"",
                "require: placement.provider == \"azure\""))
        .hasSize(3)
        .filteredOn(finding -> finding.accepted().isPresent())
        .singleElement()
        .satisfies(finding -> assertThat(finding.about()).isEqualTo("demand kept"));
  }

  @Test
  void anAcceptThatAcceptsNothingIsAFinding() {
    assertThat(
            ofClause(
                "accept:",
                "  one-sided: {demand kept: It was so once.}",
                "  not-triggered: It is asked in scenarios alone.",
                "require: placement.provider == \"azure\""))
        .containsExactly(
            "test.yaml:8:19: clause 'c' accepts 'one-sided: demand kept', which is not found;"
                + " delete it");
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
    assertThat(findings).singleElement().extracting(Finding::doubt).isEqualTo(Doubt.GAP);
    assertThat(findings.get(0).message())
        .isEqualTo(
            "neither 'old' (until 2026-01-01) nor 'new' (from 2026-02-01) is in force"
                + " between; let them meet");
    assertThat(findings.get(0).clause()).isEqualTo("new");
    assertThat(findings.get(0).at()).hasToString("test.yaml:7:16");
  }

  @Test
  void clausesAndExceptionsThatSayTheSameAtDifferentTimesShouldMeet() {
    String clause =
        "  %s: {text: t, cite: c, over: placement, in-force: {%s}, require: '%s == \"azure\"'}\n";
    String provider = "placement.provider";
    String head =
        "contract: t\nclauses:\n" + clause.formatted("one", "until: 2026-01-01", provider);
    assertThat(lint(head + clause.formatted("two", "from: 2026-02-01", provider)))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.doubt()).isEqualTo(Doubt.GAP);
              assertThat(f.clause()).isEqualTo("two");
              assertThat(f.about()).isEqualTo("one");
              assertThat(f.message())
                  .isEqualTo(
                      "neither 'one' (until 2026-01-01) nor 'two' (from 2026-02-01) is in force"
                          + " between; let them meet");
            });
    // They meet; or another goes on between; or they demand different things.
    assertThat(lint(head + clause.formatted("two", "from: 2026-01-01", provider))).isEmpty();
    assertThat(
            lint(
                head
                    + clause.formatted("two", "from: 2026-02-01", provider)
                    + clause.formatted("three", "from: 2025-01-01, until: 2027-01-01", provider)))
        .isEmpty();
    assertThat(lint(head + clause.formatted("two", "from: 2026-02-01", "owner"))).isEmpty();
    assertThat(
            ofClause(
                "require: placement.provider == \"azure\"",
                "except:",
                "  one: {when: component == \"state\", in-force: {until: 2026-01-01}}",
                "  two: {when: component == \"state\", in-force: {from: 2026-02-01}}"))
        .containsExactly(
            "test.yaml:3:3: clause 'c': neither 'one' (until 2026-01-01) nor 'two' (from"
                + " 2026-02-01) is in force between; let them meet");
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
  void factsComparedWithEachOtherMayBeAlikeInOneThingAndDifferInAnother() {
    // Two regions of one provider: the letter objects, and the spirit does not.
    assertThat(
            lint(
                """
                contract: t
                clauses:
                  c:
                    text: t
                    cite: c
                    over: route
                    when: source.provider == "azure" && hop.from == "runtime"
                    readings:
                      letter: {require: source.region == target.region}
                      spirit: {require: source.provider == target.provider}
                """))
        .isEmpty();
  }

  @Test
  void chainsAreSearchedAsLongAsTheyAre() {
    String route = "contract: t\nclauses: {c: {text: t, cite: c, over: route, when: '%s', %s}}\n";
    String demand = "forbid: hop.to == \"model\"";
    assertThat(lint(route.formatted("chain == [\"client\", \"aws\", \"azure\"]", demand)))
        .isEmpty();
    String each = "chain.exists(p, p == \"%s\")";
    assertThat(
            lint(
                route.formatted(
                    Stream.of("client", "aws", "azure")
                        .map(each::formatted)
                        .collect(java.util.stream.Collectors.joining(" && ")),
                    demand)))
        .isEmpty();
  }

  @Test
  void aBeginningMayGoOn() {
    assertThat(
            ofClause(
                "when: placement.region.startsWith(\"azure/\") && placement.region != \"azure/\"",
                "require: component == \"model\""))
        .isEmpty();
  }

  @Test
  void whatIsPutTogetherOrOrderedIsNotSearched() {
    for (String computed :
        List.of("placement.provider == \"az\" + \"ure\"", "placement.provider < \"b\"")) {
      assertThat(ofClause("forbid: '" + computed + "'"))
          .singleElement()
          .asString()
          .contains("is not searched: it computes with facts");
    }
  }

  @Test
  void whatComputesWithFactsIsNotedAsNotSearched() {
    assertThat(ofClause("require: placement.region.matches(\"azure/.*\")"))
        .singleElement()
        .asString()
        .contains("is not searched: it computes with facts");
  }
}
