package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped scenario of capacity that is fixed, scheduled, and autoscaled. */
class AutoscalingTest {
  private static final double USD_PER_HOUR = 98.32;

  @TempDir Path folder;

  private double latency(String capacity, String column) throws IOException {
    Path file = folder.resolve("autoscaling-capacity-" + capacity).resolve("latency.csv");
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      return rows.stream()
          .filter(r -> r.getField("metric").equals("ttft") && r.getField("origin").equals("all"))
          .mapToDouble(r -> Double.parseDouble(r.getField(column)))
          .findFirst()
          .orElseThrow();
    }
  }

  private double value(String capacity, String column) throws IOException {
    Path file = folder.resolve("autoscaling-capacity-" + capacity).resolve("placements.csv");
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      return Double.parseDouble(rows.iterator().next().getField(column));
    }
  }

  @Test
  void whatIsNotRentedIsNotPaid() throws IOException {
    StringWriter printed = new StringWriter();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(printed, true))
            .setErr(new PrintWriter(new StringWriter(), true))
            .execute(
                "run",
                "scenarios/autoscaling.yaml",
                "--replications",
                "1",
                "--out",
                folder.toString());

    assertThat(code).isZero();
    double replicas = value("fixed", "replicas");
    assertThat(replicas).isEqualTo(5);
    assertThat(value("fixed", "cost_usd_per_day")).isEqualTo(24 * 5 * USD_PER_HOUR);
    // 14 hours of all five, ten of 40 %; what drains in the evening is paid a few seconds longer.
    assertThat(value("scheduled", "instance_hours")).isCloseTo(14 * 5 + 10 * 2, within(0.05));
    assertThat(value("scheduled", "cost_usd_per_day"))
        .isCloseTo(value("scheduled", "instance_hours") * USD_PER_HOUR, within(1e-3));
    assertThat(value("autoscaled", "cost_usd_per_day"))
        .isCloseTo(value("autoscaled", "instance_hours") * USD_PER_HOUR, within(1e-3))
        .isLessThan(0.9 * value("fixed", "cost_usd_per_day"));
    assertThat(value("autoscaled", "replicas_started")).isPositive();
    // Half an hour of 26 calls a second on two replicas of 10.5 each fills queues that last
    // minutes.
    assertThat(latency("scheduled", "p99_s")).isGreaterThan(10);
    assertThat(latency("autoscaled", "p99_s")).isLessThan(1.5);
    assertThat(printed.toString())
        .contains("instance-hours, 75.0 % of what was placed; replicas started 3.0")
        .contains("3.8 replicas in the mean of 5 completed")
        .doesNotContain("replicas would do");
  }
}
