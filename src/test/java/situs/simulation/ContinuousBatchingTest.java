package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import situs.model.ModelWorkload.Batching;
import situs.model.ModelWorkload.KvMemory;
import situs.model.ModelWorkload.KvPolicy;
import situs.model.ModelWorkload.Scheduler;
import situs.model.ServingProfile.ThreeTerms;
import situs.serving.IterationTime;

/** Batching against arithmetic by hand. */
class ContinuousBatchingTest {
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
    BatchRun.Seen seen = run.jumping();
    assertThat(seen.first()[0]).isCloseTo(1.03, within(1e-12));
    assertThat(seen.end()[0]).isCloseTo(1.063306, within(1e-12));
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
    BatchRun.Seen seen = run.jumping();
    assertThat(seen.first()).containsExactly(1, 5);
    assertThat(seen.end()).containsExactly(10, 6);
  }

  private static Batching batching(Scheduler scheduler, int budget, int chunk, KvMemory memory) {
    return new Batching(scheduler, 8, budget, chunk, memory, Optional.empty(), 10);
  }

  @Test
  void promptsFirstMakesDecodingWait() {
    // Each iteration 1 s. A: prompt until 1, then decodes. B comes at 3.5: its prompt runs alone
    // from 4 to 5 while A waits, so A's 9 tokens after the first take until 1 + 9 + 1 = 11.
    var run =
        new BatchRun(
            new double[] {0, 3.5},
            new int[] {10, 10},
            new int[] {10, 2},
            time(new ThreeTerms(1, 0, 0, 1, 0, 0)),
            batching(Scheduler.PREFILL_FIRST, 512, 512, KvMemory.DEFAULT),
            10_000);
    BatchRun.Seen seen = run.jumping();
    assertThat(seen.first()).containsExactly(1, 5);
    assertThat(seen.end()).containsExactly(11, 6);
  }

  @Test
  void aChunkLetsALaterPromptPass() {
    // Chunks of 10 in a budget of 30. A's 25 tokens take 3 iterations; B's 10 are done in the first
    // that both are in: A is under way from 0 to 1, then B has its token at 2 and A at 3.
    var run =
        new BatchRun(
            new double[] {0, 0.5},
            new int[] {25, 10},
            new int[] {1, 1},
            time(new ThreeTerms(1, 0, 0, 1, 0, 0)),
            batching(Scheduler.CHUNKED, 30, 10, KvMemory.DEFAULT),
            10_000);
    assertThat(run.jumping().first()).containsExactly(3, 2);
  }

  @Test
  void theYoungestGivesUpItsBlocksAndIsComputedAgain() {
    // 4 blocks of 16, no watermark, each iteration 1 s. A (prompt 30: 2 blocks) and B (prompt 20:
    // 2 blocks) fill memory. A has its first token at 1 and B, who came at 0.5, at 2. A needs a
    // third block for its 33rd token: the iterations from 1, 2 and 3 write its 31st, 32nd, 33rd, so
    // B is preempted at 3 with 2 tokens: the first at 2, another at 3. Of its 22, 21 were computed.
    // A ends at 1 + 9 = 10 and frees its blocks; B's 22 are prefilled until 11, which makes its
    // third token, and the fourth is there at 12.
    var run =
        new BatchRun(
            new double[] {0, 0.5},
            new int[] {30, 20},
            new int[] {10, 4},
            time(new ThreeTerms(1, 0, 0, 1, 0, 0)),
            batching(Scheduler.CHUNKED, 512, 512, new KvMemory(KvPolicy.PREEMPT, 0)),
            64);
    for (BatchRun.Seen seen : List.of(run.jumping(), run.stepping())) {
      assertThat(seen.first()).containsExactly(1, 2);
      assertThat(seen.end()).containsExactly(10, 12);
      assertThat(seen.kv()).isEqualTo(new KvUse(0, 0, 1, 21));
    }
  }

  @Test
  void whoFindsMemoryReservedWaitsAndIsCounted() {
    // 64 tokens; A reserves 30 + 10 = 3 blocks until 10; B needs 20 + 4 = 2 and waits 9.5 s.
    var run =
        new BatchRun(
            new double[] {0, 0.5},
            new int[] {30, 20},
            new int[] {10, 4},
            time(new ThreeTerms(1, 0, 0, 1, 0, 0)),
            batching(Scheduler.CHUNKED, 512, 512, new KvMemory(KvPolicy.RESERVE, 0)),
            64);
    for (BatchRun.Seen seen : List.of(run.jumping(), run.stepping())) {
      assertThat(seen.first()).containsExactly(1, 11);
      assertThat(seen.kv()).isEqualTo(new KvUse(1, 9.5, 0, 0));
    }
  }
}
