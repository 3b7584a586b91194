package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.Golden;

/** What docs/strategies.md shows of the optimum is what the program prints. */
class OptimaPageTest {
  private static final Path PAGE = Path.of("docs/strategies.md");

  @ParameterizedTest
  @Tag("validity")
  @CsvSource({
    "frontier-dispute-optima, 3, optimise scenarios/frontier-dispute.yaml",
    "three-clouds-rounds, 0, optimise scenarios/three-clouds.yaml --simulate rounds",
    "frontier-dispute-rounds, 3, optimise scenarios/frontier-dispute.yaml --simulate rounds",
    "three-clouds-quick-rounds, 0, optimise src/test/resources/scenarios/three-clouds-quick.yaml --simulate rounds",
    "three-clouds-estimates, 0, optimise scenarios/three-clouds.yaml --simulate estimates",
    "three-clouds-front, 0, pareto scenarios/three-clouds.yaml",
    "frontier-dispute-front, 0, pareto scenarios/frontier-dispute.yaml --reading letter",
    "frontier-dispute-price, 0, price scenarios/frontier-dispute.yaml --simulate",
    "three-clouds-optima, 0, optimise scenarios/three-clouds.yaml",
    "three-clouds-price, 0, price scenarios/three-clouds.yaml --simulate",
    "frontier-dispute-estimates, 3, optimise scenarios/frontier-dispute.yaml --simulate estimates",
  })
  void theTablesAreThoseOfTheCommands(String section, int exit, String command) throws IOException {
    StringWriter printed = new StringWriter();
    StringWriter errors = new StringWriter();
    int ended =
        Main.commandLine()
            .setOut(new PrintWriter(printed, true))
            .setErr(new PrintWriter(errors, true))
            .execute(command.split(" "));
    assertThat(ended).as(errors.toString()).isEqualTo(exit);
    Golden.section(PAGE, section, "```\n$ situs " + command + "\n" + printed + "```\n");
  }
}
