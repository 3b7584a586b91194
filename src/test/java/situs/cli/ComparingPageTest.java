package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.Golden;
import situs.difference.DifferenceTable;

/** What docs/comparing.md shows is what the program prints. */
class ComparingPageTest {
  private static final Path PAGE = Path.of("docs/comparing.md");

  @TempDir Path folder;

  @ParameterizedTest
  @Tag("validity")
  @CsvSource({
    "frontier-dispute, 'scenarios/frontier-dispute.yaml --criterion cost_usd_per_day,co2_kg_per_day,call_p95_s'",
    "frontier-dispute-glance, 'scenarios/frontier-dispute.yaml --glance --criterion cost_usd_per_day,call_p95_s --strategies home,cheapest,fastest,split,spread,contract-first,optimal,local-search,contract-first:spirit,optimal:spirit,robust'",
    "three-clouds-glance, 'scenarios/three-clouds.yaml --glance --criterion cost_usd_per_day,ttft_p95_s,call_p95_s --strategies cheapest,fastest,spread,contract-first,optimal,local-search,contract-first:spirit,optimal:spirit,robust'",
    "three-clouds, 'scenarios/three-clouds.yaml --criterion cost_usd_per_day,call_p95_s --precision 1%'"
  })
  void theComparisonsAreThoseOfTheCommands(String section, String arguments) throws IOException {
    StringWriter printed = new StringWriter();
    StringWriter errors = new StringWriter();
    int exit =
        Main.commandLine()
            .setOut(new PrintWriter(printed, true))
            .setErr(new PrintWriter(errors, true))
            .execute(
                Stream.concat(
                        Stream.of("compare", "--out", folder.resolve("out").toString()),
                        Arrays.stream(arguments.split(" ")))
                    .toArray(String[]::new));
    assertThat(exit).as(errors.toString()).isZero();
    String shown = printed.toString().split("Results: ")[0];
    Golden.section(
        PAGE, section, "```\n$ situs compare " + arguments + "\n" + shown + errors + "```\n");
  }

  @Test
  void theColumnsOfDiffAreThoseDeclared() throws IOException {
    String rows =
        DifferenceTable.TABLE.columns().stream()
            .map(c -> "| `" + c.name() + "` | " + c.meaning() + " |\n")
            .collect(Collectors.joining());
    Golden.section(PAGE, "diff-columns", "| column | meaning |\n|---|---|\n" + rows);
  }
}
