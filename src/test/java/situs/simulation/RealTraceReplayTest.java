package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import situs.ValidityPage;
import situs.document.Issues;
import situs.model.Arrivals.Replay;
import situs.model.OriginDemand;
import situs.model.Scenario;
import situs.trace.BadRows;
import situs.trace.TraceFile;
import situs.trace.TraceReader;
import situs.trace.TraceSource;

/**
 * What the engine meets of a recorded trace, against the file read by other means: the percentiles
 * of lengths and gaps are equal.
 */
class RealTraceReplayTest {
  private static final Path TRACES = Path.of("../shared/traces");
  private static final double[] PERCENTILES = {0, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1};
  private static final double[] SHOWN = {0.01, 0.5, 0.9, 0.99, 0.999, 1};
  private static final List<String> NAMES =
      List.of(
          "AzureLLMInferenceTrace_code.csv",
          "AzureLLMInferenceTrace_conv.csv",
          "mooncake_conversation_trace.jsonl",
          "mooncake_synthetic_trace.jsonl");
  private static final Pattern AZURE =
      Pattern.compile("2023-11-16 (\\d\\d):(\\d\\d):(\\d\\d\\.\\d+),(\\d+),(\\d+)");
  private static final Pattern MOONCAKE =
      Pattern.compile(
          "\\{\"timestamp\": ()()(\\d+), \"input_length\": (\\d+), \"output_length\": (\\d+),.*");

  /** Seconds, prompt and output tokens by request. */
  private record Requests(double[] at, double[] prompt, double[] output) {
    private static Requests of(List<double[]> rows) {
      return new Requests(column(rows, 0), column(rows, 1), column(rows, 2));
    }

    private static double[] column(List<double[]> rows, int index) {
      return rows.stream().mapToDouble(r -> r[index]).toArray();
    }

    double[] gaps() {
      double[] gaps = new double[at.length - 1];
      Arrays.setAll(gaps, i -> at[i + 1] - at[i]);
      return gaps;
    }
  }

  private static Requests inTheFile(Path path) throws IOException {
    boolean json = path.toString().endsWith(".jsonl");
    List<double[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(path)) {
      Matcher row = (json ? MOONCAKE : AZURE).matcher(line);
      if (row.matches()) {
        double seconds =
            json
                ? Double.parseDouble(row.group(3)) / 1000
                : Integer.parseInt(row.group(1)) * 3600
                    + Integer.parseInt(row.group(2)) * 60
                    + Double.parseDouble(row.group(3));
        rows.add(
            new double[] {
              seconds, Double.parseDouble(row.group(4)), Double.parseDouble(row.group(5))
            });
      }
    }
    return Requests.of(rows);
  }

  /** One period of the trace, as the engine meets it. */
  private static Requests replayed(TraceFile trace) {
    Scenario scenario =
        Demands.scenario(
            Demands.MONDAY,
            Duration.ofNanos(Math.round(trace.periodS() * 1e9) - 1),
            Duration.ofMinutes(5),
            Demands.workload(new OriginDemand(Worlds.TOWN, new Replay(trace, 0, 1, 1, 1))));
    Timeline timeline = Timeline.of(scenario);
    List<double[]> rows = new ArrayList<>();
    try (DemandStream stream = Demands.stream(scenario, 1)) {
      for (double t = stream.next(); t < timeline.endS(); t = stream.next()) {
        if (t >= timeline.measuredFromS()) {
          rows.add(new double[] {t - timeline.measuredFromS(), stream.prompt, stream.output});
        }
      }
    }
    return Requests.of(rows);
  }

  @Test
  @Tag("validity-page")
  void theReplayHasThePercentilesOfTheFile() throws IOException {
    StringBuilder table = new StringBuilder();
    table.append("| trace | requests | figure | p1 | p50 | p90 | p99 | p99.9 | most | verdict |\n");
    table.append("|---|---|---|---|---|---|---|---|---|---|\n");
    for (String name : NAMES) {
      table.append(compare(name));
    }
    ValidityPage.section("traces", table.toString());
  }

  private static String compare(String name) throws IOException {
    Path path = TRACES.resolve(name);
    assumeTrue(Files.exists(path), name + " is not part of the repository");
    TraceFile trace =
        TraceReader.read(TraceSource.of(path), BadRows.FAIL, new Issues()).orElseThrow();
    Requests file = inTheFile(path);
    Requests engine = replayed(trace);
    assertThat(engine.at()).hasSameSizeAs(file.at());
    String start = String.format(Locale.ROOT, "| `%s` | %,d |", name, file.at().length);
    return start
        + line("prompt tokens", "%.0f", engine.prompt(), file.prompt(), 0)
        + start
        + line("output tokens", "%.0f", engine.output(), file.output(), 0)
        + start
        // Times of the day carry 12 digits.
        + line("gaps, s", "%.4f", engine.gaps(), file.gaps(), 1e-8);
  }

  private static String line(
      String figure, String format, double[] engine, double[] file, double within) {
    for (double p : PERCENTILES) {
      assertThat(percentile(engine, p)).isCloseTo(percentile(file, p), within(within));
    }
    StringBuilder line = new StringBuilder(" " + figure + " |");
    for (double p : SHOWN) {
      line.append(String.format(Locale.ROOT, " " + format + " |", percentile(file, p)));
    }
    return line.append(" equal |\n").toString();
  }

  private static double percentile(double[] values, double p) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.round(p * (sorted.length - 1))];
  }
}
