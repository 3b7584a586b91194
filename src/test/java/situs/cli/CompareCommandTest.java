package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the template of {@code situs new}, a few minutes of it. */
class CompareCommandTest {
  @TempDir Path folder;
  private Path scenario;
  private Path out;
  private final StringWriter printed = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void writesAScenario() throws IOException {
    scenario = folder.resolve("sample.yaml");
    out = folder.resolve("out");
    assertThat(execute("new", scenario.toString())).isZero();
    Files.writeString(
        scenario, Files.readString(scenario).replace("warm-up: 10 min", "warm-up: 1 min"));
    printed.getBuffer().setLength(0);
  }

  private int execute(String... args) {
    return Main.commandLine()
        .setOut(new PrintWriter(printed, true))
        .setErr(new PrintWriter(errors, true))
        .execute(args);
  }

  private int compare(String... more) {
    Stream<String> common =
        Stream.of("compare", scenario.toString(), "--out", out.toString(), "--duration", "2 min");
    return execute(Stream.concat(common, Stream.of(more)).toArray(String[]::new));
  }

  private static List<NamedCsvRecord> rows(Path csv) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      return reader.stream().toList();
    }
  }

  @Test
  void comparesEveryStrategyToTheBaselineWhichRunsWithThem() throws IOException {
    assertThat(
            compare(
                "--strategies", "cheapest,fastest", "--baseline", "spread", "--replications", "3"))
        .isZero();

    List<NamedCsvRecord> cost =
        rows(out.resolve("comparison.csv")).stream()
            .filter(r -> r.getField("criterion").equals("cost_usd_per_day"))
            .toList();
    assertThat(cost)
        .extracting(r -> r.getField("strategy"))
        .containsExactly("spread", "cheapest", "fastest");
    assertThat(cost).allMatch(r -> r.getField("baseline").equals("spread"));
    assertThat(cost.get(0).getField("verdict")).isEqualTo("baseline");
    assertThat(printed.toString()).contains("against spread", "cost_usd_per_day", "Results: ");
    assertThat(out.resolve("summary.csv")).isNotEmptyFile();
  }

  @Test
  void strategiesThatPlaceAlikeAreTheSameInEveryReplication() throws IOException {
    // The template's contract permits every region, so the least cost is the same place.
    assertThat(compare("--strategies", "cheapest,contract-first", "--replications", "2")).isZero();

    assertThat(rows(out.resolve("comparison.csv")))
        .filteredOn(r -> r.getField("strategy").equals("contract-first"))
        .isNotEmpty()
        .allSatisfy(
            r -> {
              assertThat(r.getField("verdict")).isEqualTo("the same");
              assertThat(r.getField("test")).isEqualTo("exact");
              assertThat(r.getField("p")).isEmpty();
              assertThat(r.getField("difference")).isEqualTo("0");
            });
  }

  @Test
  void addsReplicationsUntilTheIntervalsAreNarrowAndSaysSo() throws IOException {
    assertThat(
            compare("--strategies", "cheapest", "--precision", "5%", "--criterion", "call_p95_s"))
        .isZero();

    assertThat(errors.toString()).contains("every interval is within 5.00 % of its mean");
    List<NamedCsvRecord> rows = rows(out.resolve("comparison.csv"));
    assertThat(rows).extracting(r -> r.getField("criterion")).containsOnly("call_p95_s");
    for (NamedCsvRecord row : rows) {
      double mean = Double.parseDouble(row.getField("mean"));
      assertThat(Double.parseDouble(row.getField("mean_ci95"))).isLessThan(0.05 / 1.05 * mean);
      assertThat(Integer.parseInt(row.getField("replications"))).isGreaterThanOrEqualTo(10);
    }
  }

  @Test
  void saysWhatANarrowerIntervalWouldTake() {
    assertThat(
            compare(
                "--strategies=cheapest",
                "--precision=0.01%",
                "--max-replications=12",
                "--criterion=call_p95_s"))
        .isZero();

    assertThat(errors.toString())
        .contains("after 12 replications 2 intervals are wider than 0.01")
        .contains("would take about");
  }

  @Test
  void theNumberOfReplicationsThatPrecisionFoundGivesTheSameBytes() throws IOException {
    compare("--strategies", "cheapest", "--precision", "5%", "--quiet");
    Path found = Files.move(out, folder.resolve("found"));
    String replications = rows(found.resolve("summary.csv")).get(0).getField("replications");
    compare("--strategies", "cheapest", "--replications", replications, "--quiet");

    for (String file : List.of("comparison.csv", "summary.csv", "runs.csv", "manifest.json")) {
      assertThat(out.resolve(file)).hasSameBinaryContentAs(found.resolve(file));
    }
  }

  @Test
  void severalScenariosGoBelowEachOtherBehindTheirNames() throws IOException {
    Path other = folder.resolve("other.yaml");
    Files.writeString(other, Files.readString(scenario).replace("name: sample", "name: other"));

    assertThat(compare(other.toString(), "--replications", "2", "--format", "csv")).isZero();

    assertThat(printed.toString().lines().findFirst().orElseThrow())
        .startsWith("scenario,criterion,workload,better,strategy,");
    assertThat(printed.toString()).contains("\nsample,", "\nother,");
    assertThat(out.resolve("other").resolve("comparison.csv")).isNotEmptyFile();
  }

  @Test
  void aCrossedLimitEndsWithOneAndTheReason() {
    assertThat(
            compare("--replications", "1", "--quiet", "--fail-on", "cheapest.cost_usd_per_day>1"))
        .isEqualTo(Exit.THRESHOLD);
    assertThat(errors.toString())
        .contains(
            "--fail-on cheapest.cost_usd_per_day>1: sample: cost_usd_per_day of 'cheapest' is ");
  }

  @ParameterizedTest
  @CsvSource({
    "--baseline, cheepest, did you mean 'cheapest'?",
    "--criterion, cost, did you mean 'cost_usd_per_day'?",
    "--precision, 200%, is no share",
    "--fail-on, split.served_share<1, strategy 'split' does not run"
  })
  void aWrongOptionEndsWithTwoBeforeAnythingRuns(String option, String value, String message) {
    assertThat(compare("--strategies", "cheapest", option, value)).isEqualTo(Exit.INPUT);
    assertThat(errors.toString()).contains(message);
    assertThat(out).doesNotExist();
  }
}
