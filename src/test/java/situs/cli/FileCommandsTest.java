package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import situs.document.InputException;
import situs.scenario.ScenarioFile;

/** {@code validate}, {@code new} and {@code schema}. */
class FileCommandsTest {
  private static final String GOOD = "src/test/resources/scenario/minimal.yaml";
  private static final String BAD = "src/test/resources/golden/scenario/misspelt-key.yaml";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private int run(Callable<Integer> command, String... arguments) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  @Test
  void validateSaysOkFileByFile() {
    assertThat(run(new ValidateCommand(), GOOD)).isZero();
    assertThat(out).hasToString(GOOD + ": ok" + System.lineSeparator());
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void validateChecksTheRestAfterAWrongFile() throws IOException {
    assertThat(run(new ValidateCommand(), BAD, GOOD)).isEqualTo(2);
    assertThat(out.toString()).contains(GOOD + ": ok").doesNotContain(BAD);
    assertThat(err).hasToString(Files.readString(Path.of(BAD.replace(".yaml", ".txt"))));
  }

  @Test
  void validateTellsFilesApartByTheirFirstKey() throws IOException {
    Path other = Files.writeString(folder.resolve("other.yaml"), "name: nothing\n");
    assertThat(run(new ValidateCommand(), other.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("other.yaml:1:1: the first key must be 'situs'");
  }

  @Test
  void validateCountsTheRowsOfTracesThatItIsToldToSkip() throws IOException {
    Path trace = folder.resolve("trace.csv");
    Files.writeString(
        trace,
        "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:00:00,1,1\n"
            + "2023-11-16 18:00:01,1,x\n");
    Path scenario = folder.resolve("traced.yaml");
    Files.writeString(
        scenario,
        "situs: 1\nextends: "
            + Path.of(GOOD).toAbsolutePath()
            + "\nworkloads: {api: {tokens: ~, demand: {New York: {rate: ~, trace: {file: trace.csv}}}}}\n");
    assertThat(run(new ValidateCommand(), scenario.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("trace.csv:3:1: GeneratedTokens must be a whole number");
    err.getBuffer().setLength(0);
    assertThat(run(new ValidateCommand(), scenario.toString(), "--on-bad-row", "SKIP")).isZero();
    assertThat(err.toString())
        .startsWith("situs: ")
        .contains("trace.csv: left out 1 of 2 rows, the first at line 3: GeneratedTokens must be");
  }

  @Test
  void validateNamesAMissingFile() {
    assertThat(run(new ValidateCommand(), "no-such.yaml")).isEqualTo(2);
    assertThat(err.toString()).contains("no-such.yaml:1:1: cannot read this file: no such file");
  }

  @Test
  void newWritesAScenarioThatIsValid() {
    assertThat(run(new NewCommand(), folder.resolve("mine").toString())).isZero();
    Path file = folder.resolve("mine.yaml");
    assertThat(ScenarioFile.read(file).get(0).scenario().name()).isEqualTo("mine");
    assertThat(file).content().contains("# A Situs scenario.").contains("situs run mine.yaml");
  }

  @Test
  void newDoesNotOverwrite() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "precious");
    NewCommand command = new NewCommand();
    new CommandLine(command).parseArgs(file.toString());
    assertThatThrownBy(command::call)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("exists already");
    assertThat(file).hasContent("precious");
  }

  @Test
  void newWantsAName() {
    NewCommand command = new NewCommand();
    new CommandLine(command).parseArgs("not a name");
    assertThatThrownBy(command::call)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'not a name' is not a name");
  }

  @Test
  void schemaPrintsTheBundledFile() throws IOException {
    assertThat(run(new SchemaCommand())).isZero();
    assertThat(out)
        .hasToString(
            Files.readString(Path.of("src/main/resources/schema/situs-scenario.schema.json")));
  }

  @Test
  void schemaKnowsContractsToo() throws IOException {
    assertThat(run(new SchemaCommand(), "contract")).isZero();
    assertThat(out)
        .hasToString(
            Files.readString(Path.of("src/main/resources/schema/situs-contract.schema.json")));
  }
}
