package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import situs.Golden;
import situs.document.InputException;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int execute(String... args) {
    return line(args).execute(args);
  }

  private CommandLine line(String... args) {
    return Main.commandLine(args)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true));
  }

  /** Ends as it is told to. */
  @Command(name = "failing")
  static final class Failing implements Runnable {
    private final RuntimeException failure;

    Failing(RuntimeException failure) {
      this.failure = failure;
    }

    @Override
    public void run() {
      throw failure;
    }
  }

  private int fail(RuntimeException failure, String... more) {
    CommandLine line = line();
    // Added after the handlers were set, so it is given them too.
    line.addSubcommand(new CommandLine(new Failing(failure)));
    CommandLine failing = line.getSubcommands().get("failing");
    failing.setExecutionExceptionHandler(line.getExecutionExceptionHandler());
    failing.setErr(line.getErr());
    return line.execute(
        Stream.concat(Arrays.stream(more), Stream.of("failing")).toArray(String[]::new));
  }

  @Test
  void aWrongInputEndsWithTwoAndItsOwnWords() {
    assertThat(fail(new InputException("a.yaml:1:2: unknown key 'x'\n"))).isEqualTo(2);
    assertThat(err.toString().strip()).isEqualTo("a.yaml:1:2: unknown key 'x'");
  }

  @Test
  void aFaultEndsWithSeventyAndAShortMessage() {
    assertThat(fail(new IllegalStateException("negative rate"))).isEqualTo(70);
    assertThat(err.toString())
        .contains("negative rate")
        .contains("--stacktrace")
        .doesNotContain("at situs.");
  }

  @Test
  void aFaultShowsWhereItHappenedWhenAsked() {
    assertThat(fail(new IllegalStateException("negative rate"), "--stacktrace")).isEqualTo(70);
    assertThat(err.toString()).contains("at situs.cli.MainTest");
  }

  @Test
  void anUnknownCommandEndsWithTwoAndASuggestion() {
    assertThat(execute("strategie")).isEqualTo(2);
    assertThat(err.toString()).contains("did you mean").contains("strategies");
  }

  @Test
  void noCommandEndsWithTwoAndTheCommands() {
    assertThat(execute()).isEqualTo(2);
    assertThat(err.toString()).contains("a command is missing, one of: run,").contains("--help");
  }

  @Test
  void commandsAreTypedAsTheyAreListed() {
    assertThat(line().getSubcommands().keySet())
        .containsExactly(
            Arrays.stream(Commands.values()).map(Commands::word).toArray(String[]::new));
  }

  @Test
  void onlyTheCommandThatIsAskedForIsMade() {
    assertThat(line("check", "a.yaml").getSubcommands()).containsOnlyKeys("check");
    assertThat(line("--stacktrace", "check").getSubcommands()).hasSize(Commands.values().length);
  }

  @Test
  void helpEndsWithZeroAndShowsExamples() {
    assertThat(execute("--help")).isZero();
    assertThat(out.toString()).contains("Examples:").contains("situs run");
  }

  @Test
  void everyCommandHasADescriptionAndExamples() {
    for (Map.Entry<String, CommandLine> command : line().getSubcommands().entrySet()) {
      String help = command.getValue().getUsageMessage();
      assertThat(help).as(command.getKey()).contains("Examples:").contains("situs ");
    }
  }

  /** Picocli complains on standard error of a percent sign that is not doubled, and leaves it. */
  @Test
  void noHelpHasAnythingToComplainOf() {
    PrintStream usual = System.err;
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
    try {
      commands(line()).forEach(CommandLine::getUsageMessage);
    } finally {
      System.setErr(usual);
    }
    assertThat(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static Stream<CommandLine> commands(CommandLine line) {
    return Stream.concat(
        Stream.of(line), line.getSubcommands().values().stream().flatMap(MainTest::commands));
  }

  @ParameterizedTest
  @ValueSource(strings = {"compare", "diff"})
  void theHelpIsAsReviewed(String command) throws IOException {
    assertThat(execute(command, "--help")).isZero();
    Golden.check("help-" + command + ".txt", out.toString());
  }

  @Test
  void listsTheStrategiesInEveryFormat() {
    assertThat(execute("strategies", "--format", "csv")).isZero();
    assertThat(out.toString()).startsWith("strategy,description,from\nhome,");
  }
}
