package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.Golden;

/** What the pages show of the optimum is what the program prints. */
class OptimaPageTest {
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
    isPrinted(Path.of("docs/strategies.md"), section, exit, command);
  }

  @Test
  @Tag("validity")
  void theArchitecturesOfTheCaseAreThoseOfTheCommand() throws IOException {
    String regimes =
        IntStream.rangeClosed(1, 5)
            .mapToObj(n -> "scenarios/regimes/r" + n + ".yaml")
            .collect(Collectors.joining(" "));
    isPrinted(Path.of("docs/case.md"), "architectures", 0, "architectures " + regimes);
  }

  /** Of all that is printed, the prices. */
  @Test
  @Tag("validity")
  void theReadmeShowsThePriceOfEachClause() throws IOException {
    String command = "price scenarios/frontier-dispute.yaml";
    String prices = printed(0, command).split("\n\nWhat concessions save")[0];
    Golden.section(
        Path.of("README.md"),
        "dispute-price",
        "```\n$ situs " + command + "\n" + prices + "\n```\n");
  }

  private static void isPrinted(Path page, String section, int exit, String command)
      throws IOException {
    Golden.section(
        page, section, "```\n$ situs " + command + "\n" + printed(exit, command) + "```\n");
  }

  private static String printed(int exit, String command) {
    StringWriter printed = new StringWriter();
    StringWriter errors = new StringWriter();
    int ended =
        Main.commandLine()
            .setOut(new PrintWriter(printed, true))
            .setErr(new PrintWriter(errors, true))
            .execute(command.split(" "));
    assertThat(ended).as(errors.toString()).isEqualTo(exit);
    return printed.toString();
  }
}
