package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  private static final String DISPUTE = "scenarios/frontier-dispute.yaml";

  @TempDir private Path folder;

  @Test
  void saysWhatDecidedAndTheNearestChange() {
    Cli told = Cli.run("explain", DISPUTE, "gpt-api: client > aws/us-east-1, hop 0");
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.out())
        .contains("microsoft-openai, stateless-calls-on-azure, letter: forbidden")
        .contains("- exception 'us-national-security': does not apply")
        .contains("> its demand is not kept")
        .contains("region of the model: azure/eastus or azure/westeurope or azure/westus3")
        .contains("law of a later date: 2026-04-27");
  }

  @Test
  void findsAViolationOfARunByItsId() throws Exception {
    Path out = folder.resolve("out");
    Cli run =
        Cli.run(
            "run",
            DISPUTE,
            "--strategy",
            "split",
            "--replications",
            "1",
            "--duration",
            "10 min",
            "--quiet",
            "--out",
            out.toString());
    assertThat(run.code()).as(run.err()).isZero();
    List<String> rows = Files.readAllLines(out.resolve("violations.csv"));
    String row = rows.stream().filter(r -> r.contains(",route,")).findFirst().orElseThrow();
    String id = row.substring(row.lastIndexOf(',') + 1);
    Cli told = Cli.run("explain", out.toString(), id);
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.out())
        .contains("microsoft-openai, collaboration-calls-on-azure, spirit: forbidden")
        .contains("chain is [client, aws, azure]")
        .doesNotContain("has changed since");
  }

  @Test
  void whatIsNotThereIsAnErrorWithTheNearestNames() {
    Cli told = Cli.run("explain", DISPUTE, "gpt-api: client > aws/us-east-7, hop 0");
    assertThat(told.code()).isEqualTo(Exit.INPUT);
    assertThat(told.err())
        .contains("no strategy of 'frontier-dispute' has 'gpt-api: client > aws/us-east-7, hop 0'")
        .containsOnlyOnce("'gpt-api: client > aws/us-east-1, hop 0'");
  }

  @Test
  void aFolderWithoutResultsIsAnError() {
    Cli told = Cli.run("explain", folder.toString(), "v00000000");
    assertThat(told.code()).isEqualTo(Exit.INPUT);
    assertThat(told.err()).contains("holds no results");
  }
}
