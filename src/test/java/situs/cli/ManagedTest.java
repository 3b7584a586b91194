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

/** The shipped scenario of a model that can be rented or bought by the token. */
class ManagedTest {

  @TempDir Path folder;

  /** Service or instance type that {@code cheapest} chose first, by the rate of calls. */
  private String chosen(int perSecond) throws IOException {
    return row("placements.csv", perSecond).split("@azure/eastus/")[1].split(",")[0];
  }

  private String row(String file, int perSecond) throws IOException {
    Path results = folder.resolve("managed-rate-" + perSecond + "-per-s");
    List<String> rows = Files.readAllLines(results.resolve(file));
    return rows.stream().filter(r -> r.startsWith("cheapest,")).findFirst().orElseThrow();
  }

  private double usdPerDay(int perSecond) throws IOException {
    List<String> header =
        List.of(
            Files.readAllLines(
                    folder
                        .resolve("managed-rate-" + perSecond + "-per-s")
                        .resolve("placements.csv"))
                .get(0)
                .split(","));
    String[] cells = row("placements.csv", perSecond).split(",");
    return Double.parseDouble(cells[header.indexOf("cost_usd_per_day")]);
  }

  @Test
  void cheapestChangesSidesBetweenFiveAndEightCallsASecond() throws IOException {
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(new StringWriter(), true))
            .setErr(new PrintWriter(new StringWriter(), true))
            .execute("run", "scenarios/managed.yaml", "--out", folder.toString());

    assertThat(code).isZero();
    // 98.32 USD/h / 3600 s / 0.0043 USD a call = 6.3 calls a second
    assertThat(List.of(chosen(2), chosen(5))).containsOnly("foundry");
    assertThat(List.of(chosen(8), chosen(11))).containsOnly("ND96isr_H100_v5");
    assertThat(usdPerDay(8)).isEqualTo(24 * 98.32);
    assertThat(usdPerDay(5)).isBetween(0.7 * 24 * 98.32, 24 * 98.32);
  }
}
