package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import situs.model.ModelWorkload.Batching;
import situs.model.ModelWorkload.KvMemory;
import situs.model.ModelWorkload.KvPolicy;
import situs.model.ModelWorkload.PrefixCaching;
import situs.model.ModelWorkload.Scheduler;
import situs.model.ServingProfile.ThreeTerms;
import situs.serving.IterationTime;

/** One sequence at a time: to the last bit what the engine for batches finds. */
class SerialReplicaTest {
  private static final IterationTime TIME =
      IterationTime.of(Worlds.profile(new ThreeTerms(9.8e-3, 37e-6, 14e-9, 9.2e-3, 46e-6, 0.5e-9)));
  private static final int KV_TOKENS = 40_000;
  private static final int REPLICAS = 3;

  static Stream<Batching> batchings() {
    return Stream.of(Scheduler.CHUNKED, Scheduler.PREFILL_FIRST)
        .flatMap(scheduler -> Stream.of(KvPolicy.values()).map(policy -> one(scheduler, policy)))
        .flatMap(b -> Stream.of(b, b.with(Optional.of(new PrefixCaching(1000, 0.3)))));
  }

  private static Batching one(Scheduler scheduler, KvPolicy policy) {
    return new Batching(scheduler, 1, 2048, 300, new KvMemory(policy, 0.01), Optional.empty(), 9);
  }

  @ParameterizedTest
  @MethodSource("batchings")
  void everyRequestIsServedAsInABatchOfOne(Batching batching) {
    BatchRun run =
        BatchRun.random(1000, 1, 700, 100, TIME, batching, KV_TOKENS, REPLICAS)
            .inConversations(20, 6000);
    BatchRun.Seen serial = run.fast();
    BatchRun.Seen batched = run.jumping();
    assertThat(serial.first()).isEqualTo(batched.first());
    assertThat(serial.end()).isEqualTo(batched.end());
    assertThat(serial.prefixes()).isEqualTo(batched.prefixes());
    assertThat(serial.kv()).isEqualTo(batched.kv());
  }

  @ParameterizedTest
  @MethodSource("batchings")
  void holdsTheSameMemoryAtEveryInstant(Batching batching) {
    Requests requests = new Requests();
    int slot = requests.allocate();
    requests.prompt[slot] = 700;
    requests.remaining[slot] = 700;
    requests.output[slot] = 60;
    requests.begin(slot);
    Replica.Setup setup =
        new Replica.Setup(TIME, batching, KV_TOKENS, requests, (s, now) -> {}, new KvCounts());
    Replica serial = new SerialReplica(setup);
    Replica batched = new JumpingReplica(setup);
    for (Replica replica : new Replica[] {serial, batched}) {
      replica.admit(slot, 5);
      replica.begin(5);
    }
    double end = serial.next();
    for (double now = 5; now < end; now += 0.003) {
      while (batched.next() <= now) {
        double at = batched.next();
        batched.finish();
        batched.begin(at);
      }
      assertThat(serial.kvBlocks(now)).as("at %s", now).isEqualTo(batched.kvBlocks(now));
    }
    assertThat(batched.next()).isEqualTo(end);
    serial.finish();
    assertThat(serial.kvBlocks(end)).isZero();
  }

  @Test
  void isTakenOnlyForOneSequenceAtATime() {
    Requests requests = new Requests();
    Batching two = new Batching(2, 2048, 1);
    Replica replica =
        Replica.fast(
            new Replica.Setup(TIME, two, KV_TOKENS, requests, (s, now) -> {}, new KvCounts()));
    assertThat(replica).isInstanceOf(JumpingReplica.class);
  }
}
