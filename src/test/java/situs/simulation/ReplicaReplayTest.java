package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.model.ModelWorkload.Batching;
import situs.model.ModelWorkload.KvMemory;
import situs.model.ModelWorkload.Scheduler;
import situs.model.ServingProfile.ThreeTerms;
import situs.serving.IterationTime;

class ReplicaReplayTest {
  private static final IterationTime TIME =
      IterationTime.of(new ThreeTerms(9.8e-3, 37e-6, 14e-9, 9.2e-3, 46e-6, 0.5e-9));

  /** The pool is what simulations run on; with one replica its queue is all that it adds. */
  @ParameterizedTest(name = "{0}, {1} requests a second, {2} tokens of memory")
  @CsvSource({
    "CHUNKED, 5, 1600000",
    "CHUNKED, 40, 1600000",
    "CHUNKED, 8, 24000",
    "PREFILL_FIRST, 8, 24000",
    "PREFILL_FIRST, 5, 1600000"
  })
  void isAPoolOfOne(Scheduler scheduler, double perSecond, int kvTokens) {
    Batching batching =
        new Batching(scheduler, 64, 8192, 1024, KvMemory.DEFAULT, Optional.empty(), 0);
    BatchRun pool = BatchRun.random(800, perSecond, 500, 400, TIME, batching, kvTokens, 1);
    BatchRun.Seen expected = pool.stepping();
    ReplicaReplay.Seen seen =
        new ReplicaReplay(pool.arrival(), pool.prompt(), pool.output(), batching, kvTokens)
            .under(TIME);
    assertThat(seen.preemptions()).isEqualTo(expected.kv().preemptions());
    for (int i = 0; i < pool.arrival().length; i++) {
      assertThat(seen.firstS()[i] / expected.first()[i]).isBetween(1 - 1e-9, 1 + 1e-9);
      assertThat(seen.endS()[i] / expected.end()[i]).isBetween(1 - 1e-9, 1 + 1e-9);
    }
  }
}
