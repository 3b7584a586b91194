package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code situs optimise} and {@code situs conflicts} on the real case. */
class OptimumCommandsTest {
  private static final String CASE = "scenarios/frontier-dispute.yaml";

  private record Ran(int exit, String out, String err) {}

  private static Ran run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return new Ran(line.execute(args), out.toString(), err.toString());
  }

  private static List<String> cells(String csv, String clauses) {
    return csv.lines()
        .map(line -> List.of(line.split(",", -1)))
        .filter(cells -> cells.get(1).equals(clauses))
        .findFirst()
        .orElseThrow();
  }

  private static double number(List<String> cells, int column) {
    return Double.parseDouble(cells.get(column));
  }

  @Test
  void theLetterCostsItsPremiumAndTheSpiritHasNoPlacement() {
    Ran ran = run("optimise", CASE, "--format", "csv");
    assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.NO_PLACEMENT);
    List<String> free = cells(ran.out(), "no clauses");
    List<String> letter = cells(ran.out(), "letter");
    assertThat(number(letter, 5)).isCloseTo(number(letter, 2) - number(free, 2), within(0.02));
    assertThat(number(letter, 3)).isLessThanOrEqualTo(number(letter, 2));
    assertThat(letter.get(7)).isEqualTo("proven");
    assertThat(cells(ran.out(), "spirit").get(2)).isEmpty();
  }

  @Test
  void aSumAndABudgetExcludeEachOther() {
    Ran ran = run("optimise", CASE, "--budget", "1", "--waiting-worth", "1");
    assertThat(ran.exit()).isEqualTo(Exit.INPUT);
    assertThat(ran.err()).contains("mutually exclusive");
  }

  @Test
  void aBudgetBelowTheLeastCostHasNoPlacement() {
    Ran ran = run("optimise", "scenarios/three-clouds.yaml", "--budget", "100");
    assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.NO_PLACEMENT);
  }

  /** Both of the pairs are found by hand: they send the runtime sold by AWS to two providers. */
  @Test
  void theSpiritsOfTheTwoContractsConflictAndTheRuntimeClauseIsTheSmallestWaiver() {
    Ran ran = run("conflicts", CASE);
    assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.DONE);
    assertThat(ran.out())
        .contains("letter: all clauses can be kept together")
        .contains("spirit: 2 minimal conflicts")
        .contains("    amazon-openai/stateful-runtime-on-bedrock: OpenAI and AWS build")
        .contains("    microsoft-openai/first-party-on-azure: OpenAI's own products")
        .contains(
            "smallest waivers, each enough:\n    amazon-openai/stateful-runtime-on-bedrock\n");
  }

  @Test
  void aScenarioWithoutContractsSaysSo() {
    assertThat(run("conflicts", "scenarios/three-clouds.yaml").out())
        .contains("The scenario has no contracts.");
  }
}
