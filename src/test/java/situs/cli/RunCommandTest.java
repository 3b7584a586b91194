package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the template of {@code situs new}, a minute of it. */
class RunCommandTest {
  private static final List<String> BRIEFLY =
      List.of("--replications", "2", "--duration", "1 min", "--quiet");

  @TempDir Path folder;
  private Path scenario;
  private Path out;
  private final StringWriter printed = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void writesAScenario() {
    scenario = folder.resolve("sample.yaml");
    out = folder.resolve("out");
    assertThat(execute("new", scenario.toString())).isZero();
    printed.getBuffer().setLength(0);
  }

  private int execute(String... args) {
    return Main.commandLine()
        .setOut(new PrintWriter(printed, true))
        .setErr(new PrintWriter(errors, true))
        .execute(args);
  }

  private int run(String... more) {
    List<String> common = List.of("run", scenario.toString(), "--out", out.toString());
    return execute(
        Stream.of(common, BRIEFLY, List.of(more)).flatMap(List::stream).toArray(String[]::new));
  }

  private List<String> tables(Path results) throws IOException {
    try (Stream<Path> files = Files.list(results)) {
      return files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".csv")).toList();
    }
  }

  @Test
  void writesTheSameBytesAtAnyNumberOfThreads() throws IOException {
    run("--threads", "1");
    Path one = Files.move(out, folder.resolve("one"));
    run("--threads", "4");

    assertThat(tables(one)).isNotEmpty();
    for (String table : tables(one)) {
      assertThat(out.resolve(table)).hasSameBinaryContentAs(one.resolve(table));
    }
  }

  @Test
  void quietPrintsNothing() {
    assertThat(run()).isZero();
    assertThat(printed.toString()).isEmpty();
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void runsTheStrategiesAskedForAndNoOther() throws IOException {
    run("--strategy", "cheapest", "--strategy", "fastest");

    assertThat(Files.readAllLines(out.resolve("summary.csv")))
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).startsWith("cheapest,"))
        .anySatisfy(line -> assertThat(line).startsWith("fastest,"));
  }

  @ParameterizedTest
  @CsvSource({
    "--strategy, cheepest, did you mean 'cheapest'?",
    "--duration, 5, '5' has no unit",
    "--threads, 0, must be more than 0",
    "--scale, -1, must be more than 0",
    "--format, xml, but was 'xml'",
    "--reps, 3, See 'situs run --help'."
  })
  void aWrongOptionEndsWithTwoAndSaysWhatIsWrong(String option, String value, String message) {
    assertThat(run(option, value)).isEqualTo(Exit.INPUT);
    assertThat(errors.toString()).contains(message);
    assertThat(out).doesNotExist();
  }

  @Test
  void aMissingFileEndsWithTwo() {
    assertThat(execute("run", folder.resolve("none.yaml").toString())).isEqualTo(Exit.INPUT);
    assertThat(errors.toString()).contains("none.yaml:1:1").contains("no such file");
  }

  @Test
  void aFolderOfOthersIsRefusedBeforeAnythingRuns() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("letter.txt"), "not results");

    assertThat(run()).isEqualTo(Exit.INPUT);
    assertThat(errors.toString()).contains("holds other files");
    assertThat(out.resolve("letter.txt")).hasContent("not results");
  }

  /** Changes the scenario's text, which must hold {@code from}. */
  private void change(String from, String to) throws IOException {
    String text = Files.readString(scenario);
    assertThat(text).contains(from);
    Files.writeString(scenario, text.replace(from, to));
  }

  @Test
  void whereNoStrategyFindsAPlaceForEverythingTheExitCodeIsThree() throws IOException {
    // Two instances in either region, each good for some tens of requests a second.
    change("{rate: 1/s", "{rate: 300/s");
    change("warm-up: 10 min", "warm-up: 0 s");

    assertThat(run()).isEqualTo(Exit.NO_PLACEMENT);
    assertThat(errors.toString()).contains("no strategy found a place for everything");
    assertThat(Files.readAllLines(out.resolve("unplaced.csv"))).hasSizeGreaterThan(1);
  }

  @Test
  void anAutomaticWarmUpIsFoundToldAndKeptInTheManifest() throws IOException {
    change("warm-up: 10 min", "warm-up: auto");

    List<String> loud =
        List.of("run", scenario.toString(), "--out", out.toString(), "--replications", "1");
    assertThat(execute(loud.toArray(String[]::new))).isZero();

    Matcher told = Pattern.compile("warm-up (\\d+) min, by MSER-5").matcher(errors.toString());
    assertThat(told.find()).isTrue();
    String length = Duration.ofMinutes(Long.parseLong(told.group(1))).toString();
    assertThat(out.resolve("manifest.json"))
        .content()
        .contains("\"warmUp\": \"" + length + "\"", "\"warmUpFound\": true");
  }

  @Test
  void aMissedObjectiveEndsWithOneWhenAskedFor() throws IOException {
    // No answer crosses a network in a microsecond.
    change("ttft-p95: 1.5 s", "ttft-p95: 1 us");

    assertThat(run("--fail-on", "objective")).isEqualTo(Exit.THRESHOLD);
    assertThat(run()).isZero();
  }

  @Test
  void aSweepWritesAFolderAScenarioAndOneTable() throws IOException {
    Files.writeString(
        scenario,
        Files.readString(scenario)
            + "sweep:\n  workloads.my-api.demand.New York.rate: [1/s, 2/s]\n");

    assertThat(run("--format", "csv")).isZero();

    try (Stream<Path> results = Files.list(out)) {
      assertThat(results)
          .hasSize(2)
          .allSatisfy(f -> assertThat(f.resolve("summary.csv")).isNotEmptyFile());
    }
  }

  @Test
  void printsTheSummaryAsCsv() {
    List<String> args =
        List.of("--replications", "1", "--duration", "1 min", "--format", "csv", "--out");
    execute(
        Stream.of(List.of("run", scenario.toString()), args, List.of(out.toString()))
            .flatMap(List::stream)
            .toArray(String[]::new));

    assertThat(printed.toString().lines())
        .hasSize(3)
        .first()
        .asString()
        .startsWith("strategy,replications,cost_usd_per_day,");
  }
}
