package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import situs.model.ModelWorkload;
import situs.scenario.ScenarioFile;

class TraceCommandTest {
  private static final String SHIPPED = "scenarios/traces/conversation-synthetic.csv";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int trace(String... args) {
    String[] line = new String[args.length + 1];
    line[0] = "trace";
    System.arraycopy(args, 0, line, 1, args.length);
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(line);
  }

  private List<String> lines() {
    return out.toString().lines().toList();
  }

  @Test
  void describeEndsWithABlockThatAScenarioTakes() throws IOException {
    assertThat(trace("describe", SHIPPED, "--metro", "London")).isZero();
    String printed = out.toString();
    assertThat(printed).contains(" requests ", " rate ", " prompt_p50 ", " dispersion_10s ");
    String block = printed.substring(printed.indexOf("# Fitted to"));
    String scenario =
        Files.readString(Path.of("src/test/resources/scenario/minimal.yaml"))
                .replaceAll("(?m)^    (demand|tokens):.*\n", "")
            + block.indent(4);
    Path file = Files.writeString(folder.resolve("pasted.yaml"), scenario);
    ModelWorkload api = (ModelWorkload) ScenarioFile.read(file).get(0).scenario().workload("api");
    assertThat(api.demand().get(0).metro().name()).isEqualTo("London");
    // The trace is made at 5.53 a second from medians of 1,020 and 129.
    assertThat(api.demand().get(0).arrivals().meanPerSecond(0)).isBetween(5.2, 5.9);
    assertThat(api.promptTokens().mean()).isBetween(900.0, 1400.0);
  }

  @Test
  void describeInOtherFormatsIsTheTableAlone() {
    assertThat(trace("describe", SHIPPED, "--format", "csv")).isZero();
    assertThat(lines().get(0)).isEqualTo("measure,value,unit,meaning");
    assertThat(lines()).contains("requests,3000,,Rows that were read.");
    // Unknown is an empty cell.
    assertThat(lines()).anyMatch(l -> l.startsWith("ideal_prefix_hit,,"));
    assertThat(out.toString()).doesNotContain("demand:");
  }

  @Test
  void fitShowsEveryDistributionAndWhichToUse() {
    assertThat(trace("fit", SHIPPED, "--column", "output", "--format", "csv")).isZero();
    assertThat(lines().get(0)).isEqualTo("column,distribution,ks,p_value,aic,chosen,scenario");
    assertThat(lines()).hasSize(5);
    assertThat(lines().stream().filter(l -> l.contains(",yes,"))).hasSize(1);
    assertThat(lines().get(1)).startsWith("output,log-normal,");
  }

  @Test
  void aFileOfOnesOwnIsReadByItsColumns() throws IOException {
    Path file =
        Files.writeString(folder.resolve("own.csv"), "when,in,out\n0,5,1\n1500,7,1\nx,7,1\n");
    String columns = "time=when,prompt=in,output=out,unit=ms";
    assertThat(trace("describe", file.toString(), "--columns", columns)).isEqualTo(2);
    assertThat(err.toString()).contains("own.csv:4:1: 'x' is not a time");
    err.getBuffer().setLength(0);
    assertThat(
            trace(
                "describe",
                file.toString(),
                "--columns",
                columns,
                "--on-bad-row",
                "skip",
                "--format",
                "csv"))
        .isZero();
    assertThat(err.toString()).contains("left out 1 of 3 rows, the first at line 4");
    assertThat(lines()).contains("skipped_rows,1,,Rows left out.");
    assertThat(lines()).anyMatch(l -> l.startsWith("span,1.5,s,"));
  }

  @Test
  void whatIsWrongIsToldWithTheWayOut() {
    assertThat(trace("describe", "no-such.csv")).isEqualTo(2);
    assertThat(trace("describe", SHIPPED, "--metro", "Londn")).isEqualTo(2);
    assertThat(trace("fit", SHIPPED, "--column", "prompts")).isEqualTo(2);
    assertThat(trace("fit", SHIPPED, "--columns", "tme=a")).isEqualTo(2);
    assertThat(trace("fit", SHIPPED, "--columns", "time=a")).isEqualTo(2);
    assertThat(trace()).isEqualTo(2);
    assertThat(err.toString())
        .contains("no such file 'no-such.csv'")
        .contains("unknown metro 'Londn'; did you mean 'London'?")
        .contains("unknown column 'prompts'; did you mean 'prompt'?")
        .contains("unknown key 'tme'; did you mean 'time'?")
        .contains("'prompt' is missing, such as prompt=NAME")
        .contains("one is missing of: describe, fit");
  }
}
