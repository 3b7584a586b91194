package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
      assertThat(Document.parse("c.yaml", nest.repeat(100_000), own)).isEmpty();
      assertThat(own.render()).contains("nested deeper than any file need be");
    }
  }

  @Test
  void aTextOfAnyLengthInQuotesIsOneToken() {
    assertThat(refusal("owner == \"" + "- ".repeat(10_000) + "\"")).contains("too long");
    assertThat(new LimitsTest().read("owner == \"" + "- ".repeat(9_000) + "\"")).isPresent();
  }
}
