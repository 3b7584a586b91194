package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** On two minutes of the template of {@code situs new}. */
class DiffCommandTest {
  @TempDir Path folder;
  private Path scenario;
  private final StringWriter printed = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void runs() throws IOException {
    scenario = folder.resolve("sample.yaml");
    execute("new", scenario.toString());
    change("warm-up: 10 min", "warm-up: 1 min");
    run("a");
  }

  private int execute(String... args) {
    printed.getBuffer().setLength(0);
    return Main.commandLine()
        .setOut(new PrintWriter(printed, true))
        .setErr(new PrintWriter(errors, true))
        .execute(args);
  }

  private void change(String from, String to) throws IOException {
    String text = Files.readString(scenario);
    assertThat(text).contains(from);
    Files.writeString(scenario, text.replace(from, to));
  }

  private Path out(String name) {
    return folder.resolve(name);
  }

  private void run(String name, String... more) {
    Stream<String> common =
        Stream.of("run", scenario.toString(), "--out", out(name).toString(), "--quiet");
    Stream<String> brief = Stream.of("--duration", "2 min", "--replications", "2");
    int exit =
        execute(Stream.of(common, brief, Stream.of(more)).flatMap(s -> s).toArray(String[]::new));
    assertThat(exit).as(errors.toString()).isZero();
  }

  private int diff(String after, String... more) {
    Stream<String> folders = Stream.of("diff", out("a").toString(), out(after).toString());
    return execute(Stream.concat(folders, Stream.of(more)).toArray(String[]::new));
  }

  private List<String> csv() {
    return printed.toString().lines().toList();
  }

  @Test
  void twoRunsOfOneScenarioAreTheSame() {
    run("b", "--threads", "1");

    assertThat(diff("b")).isEqualTo(Exit.DONE);
    assertThat(printed.toString())
        .contains("Same inputs, version, options and seed.", "The results are the same.");
  }

  @Test
  void anotherSeedIsChanceAndSaidToBe() {
    run("b", "--seed", "99");

    assertThat(diff("b")).isEqualTo(Exit.DIFFERENT);
    assertThat(printed.toString())
        .contains("Only the seed differs: what differs in the results is chance.", "seed: 1 -> 99");
  }

  @Test
  void anotherPriceChangesItsCostLineAndNoLatency() throws IOException {
    change("count: 10, discount: 10 %", "count: 10, discount: 55 %");
    run("b");

    assertThat(diff("b", "--format", "csv")).isEqualTo(Exit.DIFFERENT);
    assertThat(csv().get(0))
        .isEqualTo("part,strategy,subject,quantity,before,after,change,change_share,beyond_chance");
    assertThat(csv())
        .anyMatch(line -> line.startsWith("manifest,,inputs," + scenario))
        // 45 % of the list price for 90 %: half.
        .anyMatch(
            line ->
                line.startsWith("cost,cheapest,")
                    && line.contains("ListUnitPrice")
                    && line.endsWith(",-0.5,"))
        .noneMatch(line -> line.startsWith("workload,cheapest,"));
  }

  @Test
  void aStrategyThatOnlyOneHasIsOneChange() {
    run("b", "--strategy", "cheapest");

    assertThat(diff("b", "--format", "csv")).isEqualTo(Exit.DIFFERENT);
    assertThat(csv())
        .filteredOn(line -> !line.startsWith("manifest"))
        .containsExactly(csv().get(0), "summary,fastest,,strategy,there,,,,");
  }

  @Test
  void theToleranceLeavesOutSmallChangesOfNumbers() {
    run("b", "--seed", "2");

    diff("b");
    String all = printed.toString();
    assertThat(diff("b", "--tolerance", "90%")).isIn(Exit.DONE, Exit.DIFFERENT);
    assertThat(printed.toString()).contains("more are within the tolerance.");
    assertThat(printed.toString().length()).isLessThan(all.length());
  }

  @Test
  void anotherScaleIsAnotherOption() {
    run("b", "--scale", "2");

    diff("b");
    assertThat(printed.toString())
        .contains("What differs: options; the seed is the same.", "scale: 1.0 -> 2.0");
  }

  @Test
  void aFolderWithoutResultsEndsWithTwo() {
    assertThat(execute("diff", out("a").toString(), folder.toString())).isEqualTo(Exit.INPUT);
    assertThat(errors.toString()).contains("holds no results: it has no manifest.json");
  }
}
