package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import situs.document.Document;
import situs.document.Issues;

/** What is small to write and large to read or to evaluate is refused, or has no value. */
class LimitsTest {
  private final Issues issues = new Issues();

  private Optional<Contract> read(String condition) {
    String text =
        "contract: c\nclauses:\n  a: {text: t, cite: c, over: placement, require: '%s'}\n"
            .formatted(condition.replace("'", "''"));
    return Document.parse("c.yaml", text, issues).flatMap(root -> ContractFile.of(root, issues));
  }

  private String refusal(String condition) {
    assertThat(read(condition)).isEmpty();
    return issues.render();
  }

  @Test
  void aPatternMayNotMultiplyItsCounts() {
    assertThat(refusal("owner.matches(\"((a{900}){900}){900}\")"))
        .contains("the counts in a pattern may multiply to 1000 at most");
  }

  @Test
  void aCountOfManyDigitsIsTooMuch() {
    assertThat(refusal("owner.matches(\"a{1,99999999999}\")")).contains("the counts in a pattern");
  }

  @Test
  void aPatternIsWrittenOut() {
    assertThat(refusal("owner.matches(component)"))
        .contains("the pattern of 'matches' must be a text in quotes");
    assertThat(new LimitsTest().read("owner.matches(\"open(ai){1,3}\")")).isPresent();
  }

  @Test
  void comprehensionsWithinComprehensionsHaveNoValueBeyondTheirSteps() {
    String list = "[1,2,3,4,5,6,7,8,9,10]";
    String bomb = "";
    for (String x : "a b c d e f g h".split(" ")) {
      bomb += list + ".all(" + x + ", ";
    }
    Contracts contracts =
        new Contracts(java.util.List.of(read(bomb + "true" + ")".repeat(8)).orElseThrow()));
    Facts model = new Facts(SubjectKind.PLACEMENT, Map.of("component", "model"));
    assertThat(contracts.judge(model, Instant.EPOCH))
        .singleElement()
        .satisfies(j -> assertThat(j.verdict()).isInstanceOf(Verdict.Undetermined.class));
  }

  @Test
  void nestingWithoutEndIsRefusedBeforeItFillsTheStack() {
    for (String nest : new String[] {"[", "{a: ", "- "}) {
      Issues own = new Issues();
      assertThat(Document.parse("c.yaml", nest.repeat(20_000), own)).isEmpty();
      assertThat(own.render()).contains("nested deeper than any file need be");
    }
  }

  @Test
  void aLongLineIsRefusedBeforeItIsRead() {
    // As one comment of 18 million characters would take minutes, for the square of its length.
    Issues own = new Issues();
    assertThat(Document.parse("c.yaml", "a: 1\n# " + "-".repeat(100_000), own)).isEmpty();
    assertThat(own.render())
        .isEqualTo(
            "c.yaml:2:100001: the line has 100,002 characters; break it, 100,000 are read at most\n");
    assertThat(Document.parse("c.yaml", "a: 1 #" + "-".repeat(90_000), new Issues())).isPresent();
  }

  @Test
  void aFileWithoutEndIsNotReadToIt() {
    for (Path file : List.of(Path.of("/dev/zero"), Path.of("/dev/urandom"))) {
      if (Files.exists(file)) {
        Issues own = new Issues();
        assertThat(Document.read(file, own)).isEmpty();
        assertThat(own.render()).startsWith(file + ":1:1: ");
      }
    }
  }

  @Test
  void aLargeFileIsToBeDivided() {
    Issues own = new Issues();
    assertThat(Document.parse("c.yaml", "a: 1\n".repeat(220_000), own)).isEmpty();
    assertThat(own.render())
        .isEqualTo("c.yaml:1:1: more than 1 Mi characters; divide it into several files\n");
  }

  /** One condition, so that what takes time is what is done with the clauses. */
  private static String clauses(int number) {
    StringBuilder text = new StringBuilder("contract: c\nclauses:\n");
    for (int i = 0; i < number; i++) {
      text.append(
          "  c%d: {text: t, cite: c, over: placement, require: owner == 'a'}\n".formatted(i));
    }
    return text.toString();
  }

  @Test
  void moreThanTwoThousandClausesAreToBeDivided() {
    Issues own = new Issues();
    assertThat(
            Document.parse("c.yaml", clauses(2001), own)
                .flatMap(root -> ContractFile.of(root, own)))
        .isEmpty();
    assertThat(own.render())
        .startsWith("c.yaml:3:3: more than 2,000 clauses; divide the contract into several\n");
  }

  @Test
  void anAliasIsRefusedWhereItsAnchorStandsWhateverItMultiplies() {
    Issues own = new Issues();
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    Document.parse("c.yaml", bomb.toString(), own);
    assertThat(own.all()).hasSize(40);
    assertThat(own.render())
        .startsWith("c.yaml:1:5: anchors and aliases are not read; write the value out, or use");
  }

  @Test
  void aTextOfAnyLengthInQuotesIsOneToken() {
    assertThat(refusal("owner == \"" + "- ".repeat(10_000) + "\"")).contains("too long");
    assertThat(new LimitsTest().read("owner == \"" + "- ".repeat(9_000) + "\"")).isPresent();
  }
}
