package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.model.Distribution;
import situs.model.ModelWorkload.Batching;
import situs.model.ServingProfile.ThreeTerms;
import situs.serving.IterationTime;
import situs.stats.RandomStream;
import situs.stats.Sampler;

/** The jumping engine against plain stepping, and against arithmetic by hand. */
class ContinuousBatchingTest {
  /** Of the order of a 70B model on 8 H100: 10 ms an iteration, 46 us a prompt token. */
  private static final ThreeTerms LARGE =
      new ThreeTerms(9.8e-3, 37e-6, 14e-9, 9.2e-3, 46e-6, 0.5e-9);

  private static IterationTime time(ThreeTerms terms) {
    return IterationTime.of(Worlds.profile(terms));
  }

  @Test
  void aLoneRequestTakesPrefillAndItsIterations() {
    // prefill 0.02 + 100*1e-4 = 0.03; then 3 iterations reading 101, 102, 103 tokens of context:
    // 3*(0.01 + 0.001) + 1e-6*(101 + 102 + 103) = 0.033306
    var run =
        new BatchRun(
            new double[] {1},
            new int[] {100},
            new int[] {4},
            time(new ThreeTerms(0.01, 0.001, 1e-6, 0.02, 1e-4, 0)),
            new Batching(8, 512, 10),
            10_000);
    double[] seen = run.fast()[0];
    assertThat(seen[0]).isCloseTo(1.03, within(1e-12));
    assertThat(seen[1]).isCloseTo(1.063306, within(1e-12));
  }

  @Test
  void aNewcomerWaitsForTheIterationUnderWayAndSharesTheNext() {
    // A alone decodes in steps of 1 s from t = 1 (prefill takes 1 s). B comes at 3.5, waits until
    // 4,
    // is prefilled in an iteration of max(1, 1) = 1 s in which A decodes too: first token at 5.
    var run =
        new BatchRun(
            new double[] {0, 3.5},
            new int[] {10, 10},
            new int[] {10, 2},
            time(new ThreeTerms(1, 0, 0, 1, 0, 0)),
            new Batching(8, 512, 10),
            10_000);
    double[][] seen = run.fast();
    assertThat(seen[1]).containsExactly(5, 6);
    assertThat(seen[0]).containsExactly(1, 10);
  }

  @ParameterizedTest(name = "{0}: {1}/s, prompts {2}, outputs {3}, batch {4}, budget {5}, KV {6}")
  @CsvSource({
    "light, 0.5, 1000, 130, 256, 2048, 1000000",
    "steady, 5, 1000, 130, 256, 2048, 1000000",
    "busy, 14, 1000, 130, 256, 2048, 1000000",
    "overloaded, 40, 1000, 130, 256, 2048, 1000000",
    "small budget, 5, 1000, 130, 128, 256, 1000000",
    "long prompts, 0.5, 20000, 300, 256, 2048, 1000000",
    "long outputs, 3, 200, 2000, 256, 2048, 1000000",
    "small batch, 2, 1000, 130, 4, 2048, 1000000",
    "one at a time, 0.4, 1000, 130, 1, 2048, 1000000",
    "tight memory, 5, 1000, 130, 256, 2048, 12000",
  })
  void everyRequestMeetsTheSteppedEngine(
      String name, double rate, int prompt, int output, int batch, int budget, int kv) {
    BatchRun run = random(rate, prompt, output, new Batching(batch, budget, 1), kv);
    double[][] fast = run.fast();
    double[][] stepped = run.stepped();
    double worst = 0;
    for (int i = 0; i < fast.length; i++) {
      double ttft = stepped[i][0] - run.arrival()[i];
      double call = stepped[i][1] - run.arrival()[i];
      worst = Math.max(worst, Math.abs(fast[i][0] - stepped[i][0]) / ttft);
      worst = Math.max(worst, Math.abs(fast[i][1] - stepped[i][1]) / call);
    }
    System.out.printf("%-14s worst relative difference %.1e%n", name, worst);
    assertThat(worst).isLessThan(1e-6);
  }

  private static BatchRun random(
      double rate, int prompt, int output, Batching limits, int kvTokens) {
    int n = 2000;
    RandomStream random = new RandomStream(42);
    Sampler gaps = Sampler.of(new Distribution.Exponential(1 / rate), random);
    Sampler prompts =
        Sampler.of(new Distribution.LogNormal(prompt, 2.7 * prompt, 8.0 * prompt), random);
    Sampler outputs =
        Sampler.of(new Distribution.LogNormal(output, 3.3 * output, 8.0 * output), random);
    double[] arrival = new double[n];
    int[] promptTokens = new int[n];
    int[] outputTokens = new int[n];
    double t = 0;
    for (int i = 0; i < n; i++) {
      t += gaps.sample();
      arrival[i] = t;
      promptTokens[i] = prompts.tokens();
      outputTokens[i] = outputs.tokens();
    }
    return new BatchRun(arrival, promptTokens, outputTokens, time(LARGE), limits, kvTokens);
  }
}
