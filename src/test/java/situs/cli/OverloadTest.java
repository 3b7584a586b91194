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

/** Five times as much as a replica can do. */
class OverloadTest {
  private static final String SCENARIO =
      """
      situs: 1
      name: overload
      starts: 2026-06-01
      duration: 10 min
      warm-up: 5 min
      replications: 1
      strategies: [cheapest]
      datacenters:
        azure/eastus: {ND96isr_H100_v5: 1}
      workloads:
        chat:
          kind: model
          model: Llama-3.1-70B
          weights: fp8
          parallel: 8
          channel: {seller: openai}
          demand: {New York: {rate: 60/s}}
          tokens: {prompt: 1000, output: 130}
      """;

  @TempDir Path folder;

  @Test
  void isToldBeforeAndAfterTheRunWithWhatWouldDo() throws IOException {
    Path file = Files.writeString(folder.resolve("overload.yaml"), SCENARIO);
    StringWriter printed = new StringWriter();
    Main.commandLine()
        .setOut(new PrintWriter(printed, true))
        .setErr(new PrintWriter(new StringWriter(), true))
        .execute("run", file.toString(), "--out", folder.resolve("out").toString());

    assertThat(printed.toString())
        .containsPattern(
            "azure/eastus/ND96isr_H100_v5 has 1;\\s+it\\s+would\\s+take\\s+\\d+\\s+more\\s+of\\s+the\\s+first")
        .containsPattern(
            "1\\s+replica\\s+completed\\s+[0-9.]+/s:\\s+[0-9.]+\\s+%\\s+turned\\s+away");
    List<String> rows = Files.readAllLines(folder.resolve("out/overloads.csv"));
    assertThat(rows).hasSize(2);
    String[] row = rows.get(1).split(",");
    double offered = Double.parseDouble(row[2]);
    double completed = Double.parseDouble(row[3]);
    double turnedAway = Double.parseDouble(row[4]);
    // 60/s over ten minutes: 36,000 with a standard deviation of 190.
    assertThat(offered).isBetween(59.0, 61.0);
    // Saturated, what does not end is turned away, but for the change of those under way.
    assertThat(completed / offered).isBetween(1 - turnedAway - 0.02, 1 - turnedAway + 0.02);
    assertThat(Integer.parseInt(row[7])).isEqualTo((int) Math.ceil(offered / completed));
  }
}
