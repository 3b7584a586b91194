package situs.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import situs.document.Issues;

class TraceSurveyTest {
  @TempDir private Path folder;

  private static TraceSurvey survey(Path path) {
    return TraceSurvey.of(
        TraceReader.read(TraceSource.of(path), BadRows.FAIL, new Issues()).orElseThrow());
  }

  private TraceSurvey survey(String text) throws IOException {
    return survey(Files.writeString(folder.resolve("trace"), text));
  }

  /** Those that the trace tells. */
  private static Map<String, Double> facts(TraceSurvey survey) {
    return TraceFact.of(survey).stream()
        .filter(f -> f.value().isPresent())
        .collect(Collectors.toMap(TraceFact::measure, f -> f.value().orElseThrow()));
  }

  @Test
  void countsAndPercentilesAreThoseOfTheRows() throws IOException {
    Map<String, Double> facts =
        facts(
            survey(
                "TIMESTAMP,ContextTokens,GeneratedTokens\n"
                    + "2023-11-16 18:00:00,100,4\n"
                    + "2023-11-16 18:00:01,100,2\n"
                    + "2023-11-16 18:00:04,400,1\n"));
    assertThat(facts)
        .containsEntry("requests", 3.0)
        .containsEntry("span", 4.0)
        // 3 requests in 4 s and one gap more
        .containsEntry("rate", 0.5)
        .containsEntry("prompt_mean", 200.0)
        .containsEntry("prompt_p50", 100.0)
        .containsEntry("output_p100", 4.0)
        .containsEntry("gap_p0", 1.0)
        .containsEntry("gap_mean", 2.0)
        // (3 - 1) / 2 around a mean of 2
        .containsEntry("gap_cv", 0.5)
        .doesNotContainKeys("dispersion_1s", "ideal_prefix_hit", "sessions", "rate_hour_18");
  }

  @Test
  void theIndexOfDispersionCountsEmptyWindows() throws IOException {
    StringBuilder rows = new StringBuilder("TIMESTAMP,ContextTokens,GeneratedTokens\n");
    for (int minute = 0; minute < 50; minute++) {
      // Four requests in the first second of each minute.
      for (int i = 0; i < 4; i++) {
        rows.append("2023-11-16 18:%02d:00.%d,1,1\n".formatted(minute, i));
      }
    }
    Map<String, Double> facts = facts(survey(rows.toString()));
    // 49 whole minutes of 60 windows, one of them with 4: mean 1/15, mean square 16/60.
    double variance = (16 / 60.0 - 1 / 225.0) * 2940 / 2939;
    assertThat(facts.get("dispersion_1s")).isCloseTo(variance * 15, within(1e-9));
    assertThat(facts.get("dispersion_60s")).isZero();
    assertThat(facts.get("rate_hour_18")).isCloseTo(200 / (49 * 60 + 0.3), within(1e-9));
  }

  @Test
  void aPrefixIsFoundAsFarAsAllItsBlocksWereSeen() throws IOException {
    TraceSurvey survey =
        survey(
            "{\"timestamp\": 0, \"input_length\": 1500, \"output_length\": 1, \"hash_ids\": [1, 2, 3]}\n"
                // Two blocks were seen; the fourth was not, so the third is not found behind it.
                + "{\"timestamp\": 1, \"input_length\": 2000, \"output_length\": 1, \"hash_ids\": [1, 2, 4, 3]}\n"
                // All of it: its last block is not full.
                + "{\"timestamp\": 2, \"input_length\": 1500, \"output_length\": 1, \"hash_ids\": [1, 2, 3]}\n"
                + "{\"timestamp\": 3, \"input_length\": 5000, \"output_length\": 1, \"hash_ids\": [9]}\n");
    assertThat(facts(survey).get("ideal_prefix_hit"))
        .isCloseTo((1024 + 1500) / 10_000.0, within(1e-12));
  }

  @Test
  void theConversationsOfMooncakeReuseAsMuchAsCountedByOtherMeans() {
    Path path = Path.of("../shared/traces/mooncake_conversation_trace.jsonl");
    assumeTrue(Files.exists(path), "the recorded trace is not part of the repository");
    // Counted once by a script of its own.
    assertThat(facts(survey(path)).get("ideal_prefix_hit")).isCloseTo(0.3736237, within(1e-7));
  }

  @Test
  void sessionsAreCounted() throws IOException {
    Path path =
        Files.writeString(folder.resolve("own.csv"), "t,i,o,s\n0,1,1,a\n1,1,1,b\n2,1,1,a\n");
    TraceSource source =
        new TraceSource(
            path,
            java.util.Optional.empty(),
            java.util.Optional.of(
                new TraceColumns(
                    "t", "i", "o", java.util.Optional.of("s"), TraceTimeUnit.SECONDS)));
    TraceSurvey survey =
        TraceSurvey.of(TraceReader.read(source, BadRows.FAIL, new Issues()).orElseThrow());
    assertThat(facts(survey)).containsEntry("sessions", 2.0);
  }
}
