package situs.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import situs.model.Placement;
import situs.placement.Strategies;
import situs.scenario.LoadedScenario;
import situs.scenario.ScenarioFile;

/** An empty system without queues fills up as 1 - exp(-t/stay), where stays are exponential. */
class WarmUpSearchTest {
  private static final String SCENARIO =
      """
      situs: 1
      name: agents
      starts: 2026-03-18
      duration: 24 h
      warm-up: auto
      datacenters: {aws/us-east-1: {p5.48xlarge: 2, m7i.4xlarge: 50}}
      workloads:
        model:
          kind: model
          model: Llama-3.1-70B
          weights: fp8
          parallel: 8
          channel: {seller: aws}
          tokens: {prompt: 1000, output: 100}
        agents:
          kind: frontier
          calls: model
          channel: {seller: aws}
          demand: {New York: {rate: 100/h, peak: "14:00", swing: 0.9}}
          session:
            turns: 1
            steps-per-turn: 2
            context: 1000
            append: 100
            output: 100
            cache-hit: 0
            tool-time: {mean: TOOL, distribution: exponential}
            think-time: 1 s
            state: client
            state-size: 0.5 GiB
          runtime: {instance-share: 0.1 vCPU, memory: 0.1 GiB}
      """;

  @TempDir Path folder;

  /** For sessions of two steps in the mean, with a tool of this length between two. */
  private WarmUp found(String tool, int threads) throws IOException {
    Path file = Files.writeString(folder.resolve("s.yaml"), SCENARIO.replace("TOOL", tool));
    LoadedScenario loaded = ScenarioFile.read(file).get(0);
    assertThat(loaded.findsWarmUp()).isTrue();
    Placement placement =
        Strategies.named("cheapest", Optional.empty())
            .orElseThrow()
            .place(loaded.scenario(), loaded.contracts());
    return new WarmUpSearch(threads).find(loaded.scenario(), List.of(placement));
  }

  @Test
  void aSystemOfLongSessionsNeedsAFewOfTheirLengths() throws IOException {
    // With half a chance of another step, what is left of a stay is exponential: two tools long.
    WarmUp lasting = found("1 h", 2);
    WarmUp brief = found("10 min", 2);

    assertThat(lasting.settled()).isTrue();
    assertThat(lasting.workload()).isEqualTo("agents");
    assertThat(lasting.length()).isBetween(Duration.ofHours(2), Duration.ofHours(16));
    assertThat(brief.length()).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(160));
  }

  @Test
  void theAnswerDoesNotDependOnTheThreads() throws IOException {
    assertThat(found("10 min", 1)).isEqualTo(found("10 min", 2));
  }

  @Test
  void whatDoesNotSettleWithinThePilotsIsSaid() throws IOException {
    WarmUp never = found("100 h", 2);

    assertThat(never.settled()).isFalse();
    assertThat(never.strategy()).isEqualTo("cheapest");
    assertThat(never.workload()).isEqualTo("agents");
  }
}
