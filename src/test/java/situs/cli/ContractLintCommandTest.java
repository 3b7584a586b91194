package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found is shown with its place and kind; what is accepted is counted. */
class ContractLintCommandTest {
  private static final String CASE = "scenarios/frontier-dispute.yaml";
  private static final String TWINS =
      """
      contract: small
      clauses:
        c:
          text: t
          cite: c
          over: placement
          readings:
            letter: {require: placement.provider == "azure"}
            spirit: {forbid: placement.provider != "azure"}
      """;

  @TempDir Path folder;

  private Cli lint(String contract, String... more) throws IOException {
    Path file = folder.resolve("small.yaml");
    Files.writeString(file, contract);
    Stream<String> command = Stream.of("contract", "lint", file.toString());
    return Cli.run(Stream.concat(command, Stream.of(more)).toArray(String[]::new));
  }

  private static String accepting(String accepted) {
    return TWINS.replace("    cite: c\n", "    cite: c\n    accept: " + accepted + "\n");
  }

  @Test
  void aWarningIsShownWithItsPlaceAndKindAndFailsWhereAsked() throws IOException {
    Cli plain = lint(TWINS);
    assertThat(plain.code()).isZero();
    assertThat(plain.out())
        .contains("small.yaml:3:3: warning: clause 'c': readings 'letter' and 'spirit' never")
        .contains("[readings-alike: letter, spirit]\n")
        .endsWith("1 warnings, 0 notes, 0 accepted\n");
    assertThat(lint(TWINS, "--strict").code()).isEqualTo(1);
  }

  @Test
  void whatIsAcceptedIsCountedAndShownWhereAsked() throws IOException {
    String accepted = accepting("{readings-alike: Words of both.}");
    Cli strict = lint(accepted, "--strict");
    assertThat(strict.code()).isZero();
    assertThat(strict.out()).isEqualTo("0 warnings, 0 notes, 1 accepted\n");
    assertThat(lint(accepted, "--all").out())
        .contains("small.yaml:3:3: accepted: clause 'c': readings")
        .contains("[readings-alike: letter, spirit]; accepted: Words of both.\n");
  }

  @Test
  void anAcceptThatAcceptsNothingIsAWarning() throws IOException {
    Cli strict = lint(accepting("{readings-alike: So., gap: So.}"), "--strict");
    assertThat(strict.code()).isEqualTo(1);
    assertThat(strict.out())
        .contains("small.yaml:6:35: warning: clause 'c' accepts 'gap', which is not found")
        .endsWith("1 warnings, 0 notes, 1 accepted\n");
  }

  @Test
  void asTablesEveryFindingIsARow() throws IOException {
    String accepted = accepting("{readings-alike: Words of both.}");
    assertThat(lint(TWINS, "--format", "csv").out().lines())
        .hasSize(2)
        .first()
        .isEqualTo("file,line,column,severity,finding,clause,about,message,accepted");
    assertThat(lint(accepted, "--format", "csv").out().lines()).hasSize(1);
    assertThat(lint(accepted, "--format", "json", "--all").out())
        .contains("\"finding\": \"readings-alike\"", "\"accepted\": \"Words of both.\"");
  }

  @Test
  void aWrongFileOrNoneIsAnError() throws IOException {
    Cli wrong = lint(accepting("{reading-alike: So.}"));
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("small.yaml:6:14: lint finds no 'reading-alike' to accept")
        .contains("did you mean 'readings-alike'?");
    assertThat(Cli.run("contract", "lint").code()).isEqualTo(2);
  }

  @Test
  void aScenarioAsksItsOwnContracts() {
    Cli shipped = Cli.run("contract", "lint", "--scenario", CASE, "--format", "csv");
    assertThat(shipped.code()).as(shipped.err()).isZero();
    assertThat(shipped.out())
        .contains("microsoft-openai.yaml", "amazon-openai.yaml")
        .contains("not-triggered", "not-stated");
  }

  @Test
  void aContractIsAskedInScenariosThatDoNotNameIt() throws IOException {
    Cli own =
        lint(TWINS.replace("\"azure\"", "\"azure\" && owner == \"nobody\""), "--scenario", CASE);
    assertThat(own.code()).as(own.err()).isZero();
    Cli never =
        lint(
            TWINS.replace("    readings:", "    when: component == \"compute\"\n    readings:"),
            "--scenario",
            CASE);
    assertThat(never.out())
        .contains("clause 'c' speaks of none of the", "none has component == \"compute\"")
        .contains("[not-triggered]");
  }
}
