package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import situs.model.Disaggregation;
import situs.model.ModelWorkload.Batching;
import situs.model.ModelWorkload.KvMemory;
import situs.model.ModelWorkload.KvPolicy;
import situs.model.ServingProfile.ThreeTerms;
import situs.serving.IterationTime;

/**
 * By hand, on iterations of round figures: a prompt takes 100 ms and 1 ms a token, an iteration of
 * decoding 10 ms whatever its size. A token of KV cache has 8 x 20,000 bytes, and a link carries
 * 1,000 tokens a second after 5 ms.
 */
class DisaggregatedPoolTest {
  private static final IterationTime TIME =
      IterationTime.of(Worlds.profile(new ThreeTerms(0.010, 0, 0, 0.100, 0.001, 0)));
  private static final double LINK = 1000 * 8 * 20_000.0;
  private static final int AMPLE = 160_000;
  private static final Offset<Double> EXACTLY = within(1e-9);

  private static Batching split(int prefill, int decode) {
    return new Batching(256, 2048, 100).with(new Disaggregation(prefill, decode, LINK, 0.005));
  }

  /** Requests given as arrival, prompt, output. */
  private static BatchRun run(Batching batching, int kvTokens, int replicas, double[]... requests) {
    int n = requests.length;
    return new BatchRun(
        Arrays.stream(requests).mapToDouble(r -> r[0]).toArray(),
        Arrays.stream(requests).mapToInt(r -> (int) r[1]).toArray(),
        Arrays.stream(requests).mapToInt(r -> (int) r[2]).toArray(),
        new long[n],
        new int[n],
        TIME,
        batching,
        kvTokens,
        replicas);
  }

  @Test
  void theFirstTokenComesFromPrefillAndTheSecondAfterTheTransfer() {
    var seen = run(split(1, 1), AMPLE, 2, new double[] {1, 400, 3}).jumping();
    // Prefill 0.1 + 0.4.
    assertThat(seen.first()[0]).isEqualTo(1.5, EXACTLY);
    // Transfer 0.4 + 0.005, and two iterations.
    assertThat(seen.end()[0]).isEqualTo(1.5 + 0.405 + 0.02, EXACTLY);
    assertThat(seen.handovers().transfers()).isEqualTo(1);
    assertThat(seen.handovers().bytes()).isEqualTo(400 * 160_000.0);
    assertThat(seen.handovers().waitS()).isZero();
    assertThat(seen.handovers().transferS()).isEqualTo(0.405, EXACTLY);
  }

  @Test
  void anAnswerOfOneTokenIsNeverHandedOver() {
    var seen = run(split(1, 1), AMPLE, 2, new double[] {1, 400, 1}).jumping();
    assertThat(seen.end()[0]).isEqualTo(1.5, EXACTLY);
    assertThat(seen.handovers()).isEqualTo(HandoverUse.NONE);
  }

  @Test
  void decodingDoesNotFeelPrefill() {
    var seen =
        run(split(1, 1), AMPLE, 2, new double[] {0, 100, 101}, new double[] {0.4, 1000, 1})
            .jumping();
    // Prefill 0.2, transfer 0.105, 100 iterations; the other prompt runs from 0.4 to 1.5.
    assertThat(seen.end()[0]).isEqualTo(0.305 + 1.0, EXACTLY);
    assertThat(seen.first()[1]).isEqualTo(1.5, EXACTLY);
  }

  @Test
  void whoComesWithinAnIterationJoinsTheNext() {
    var seen =
        run(split(1, 1), AMPLE, 2, new double[] {0, 100, 101}, new double[] {0.4, 100, 2})
            .jumping();
    // The second's cache is there at 0.4 + 0.2 + 0.105 = 0.705; iterations end at 0.305 + k * 0.01.
    assertThat(seen.end()[1]).isEqualTo(0.715, within(1e-6));
  }

  @Test
  void aLinkCarriesOneCacheAtATime() {
    var seen =
        run(
                split(1, 2),
                AMPLE,
                3,
                new double[] {0, 100, 1},
                new double[] {0.05, 200, 2},
                new double[] {0.06, 200, 2})
            .jumping();
    // The first alone until 0.2; the others together in 0.1 + 0.2 + 0.2.
    assertThat(seen.first()).containsExactly(new double[] {0.2, 0.7, 0.7}, EXACTLY);
    // To two decode replicas, one after the other.
    assertThat(seen.end()[1]).isEqualTo(0.7 + 0.205 + 0.01, EXACTLY);
    assertThat(seen.end()[2]).isEqualTo(0.7 + 0.2 + 0.205 + 0.01, EXACTLY);
  }

  @Test
  void thePrefillReplicaHoldsACacheUntilItHasLeft() {
    // 40 blocks; each prompt takes 25.
    var seen =
        run(split(1, 1), 640, 2, new double[] {0, 400, 2}, new double[] {0.05, 400, 2}).jumping();
    // The first leaves at 0.5 + 0.405.
    assertThat(seen.first()[1]).isEqualTo(0.905 + 0.5, EXACTLY);
    assertThat(seen.kv().waits()).isEqualTo(1);
    assertThat(seen.kv().waitS()).isEqualTo(0.905 - 0.05, EXACTLY);
  }

  @Test
  void aCacheWaitsAtThePrefillReplicaForRoomToDecode() {
    // 40 blocks: 25 of the first and 16 of the second are too many on either side.
    var seen =
        run(split(1, 1), 640, 2, new double[] {0, 400, 100}, new double[] {0.05, 250, 100})
            .jumping();
    double firstEnds = 0.905 + 0.99;
    assertThat(seen.end()[0]).isEqualTo(firstEnds, EXACTLY);
    assertThat(seen.first()[1]).isEqualTo(0.905 + 0.35, EXACTLY);
    assertThat(seen.end()[1]).isEqualTo(firstEnds + 0.255 + 0.99, EXACTLY);
    assertThat(seen.handovers().waitS()).isEqualTo(firstEnds - 1.255, EXACTLY);
  }

  @Test
  void whatIsPreemptedIsComputedAgainWhereItDecoded() {
    var seen =
        run(split(1, 1), 640, 2, new double[] {0, 160, 400}, new double[] {0.05, 153, 400})
            .jumping();
    // The first decodes from 0.425 on. The second's prompt ends at 0.26 + 0.253, its cache is there
    // at 0.671, and it joins at 0.675, when the first has 185 tokens. After 151 iterations they
    // hold 336 and 304 tokens, all 40 blocks, and the second gives way.
    assertThat(seen.kv().preemptions()).isEqualTo(1);
    assertThat(seen.kv().recomputedTokens()).isEqualTo(304);
    assertThat(seen.end()[0]).isEqualTo(0.425 + 3.99, EXACTLY);
    // Then 305 tokens are prefilled, which makes the 153rd of 400, and 247 iterations follow.
    assertThat(seen.end()[1]).isEqualTo(4.415 + 0.405 + 2.47, EXACTLY);
  }

  @Test
  void memoryThatIsReservedIsReservedForPromptAndOutputWhereItDecodes() {
    Batching reserved = split(1, 1).with(new KvMemory(KvPolicy.RESERVE, 0));
    // 10 blocks each to prefill; 35 of 40 each to decode, so one after the other.
    var seen =
        run(reserved, 640, 2, new double[] {0, 160, 400}, new double[] {0.05, 160, 400}).jumping();
    assertThat(seen.first()[1]).isEqualTo(0.52, EXACTLY);
    assertThat(seen.end()[1]).isEqualTo(4.415 + 0.165 + 3.99, EXACTLY);
    assertThat(seen.kv().preemptions()).isZero();
  }

  @Test
  void rolesFollowTheProportionFromTheFirstReplicaOn() {
    var oneToThree = new Disaggregation(1, 3, LINK, 0);
    assertThat(List.of(1, 2, 3, 4, 5, 6, 8, 9))
        .extracting(oneToThree::prefillsAmong)
        .containsExactly(1, 1, 1, 1, 2, 2, 2, 3);
    // Of 6, 2 prefill and 4 decode, which 5 1/3 in proportion would do as well.
    assertThat(oneToThree.inProportion(6)).isEqualTo(16.0 / 3, EXACTLY);
    assertThat(oneToThree.inProportion(8)).isEqualTo(8, EXACTLY);
    assertThat(oneToThree.inProportion(1)).isZero();
  }

  /** A pool whose replicas come and go. */
  private static final class Live {
    final Requests requests = new Requests();
    final TournamentTree timers = new TournamentTree(4);
    final List<Integer> ended = new ArrayList<>();
    final List<Integer> emptied = new ArrayList<>();
    final ServerPool pool;

    Live(int replicas, int kvTokens) {
      Replica.Listener listener =
          (slot, now) -> {
            ended.add(slot);
            pool().ended(slot, now);
          };
      pool =
          ServerPool.of(
              new ServerPool.Setup(
                  Worlds.models(
                      Worlds.EAST, replicas, Worlds.profile(new ThreeTerms(1, 0, 0, 0, 0, 0))),
                  split(1, 1),
                  TIME,
                  kvTokens,
                  requests,
                  listener,
                  timers,
                  0,
                  JumpingReplica::new));
      pool.onEmptied((replica, now) -> emptied.add(replica));
      for (int replica = 0; replica < replicas; replica++) {
        pool.start(replica, 0);
      }
    }

    private ServerPool pool() {
      return pool;
    }

    int arrive(double now, int prompt, int output) {
      advance(now);
      int slot = requests.allocate();
      requests.prompt[slot] = prompt;
      requests.remaining[slot] = prompt;
      requests.output[slot] = output;
      pool.arrive(slot, now);
      return slot;
    }

    void advance(double until) {
      while (timers.firstKey() <= until) {
        pool.fire(timers.first(), timers.firstKey());
      }
    }
  }

  @Test
  void aFailedDecodeReplicaLosesWhatIsOnItsWayAndFreesWhereItCameFrom() {
    Live live = new Live(2, 640);
    int first = live.arrive(0, 400, 2);
    int second = live.arrive(0.05, 400, 2);
    live.advance(0.6);
    // In transit from 0.5 to 0.905; the second waits for the first's 25 blocks.
    assertThat(live.pool.fail(1, 0.6)).containsExactly(first);
    live.advance(2);
    assertThat(live.requests.first[second]).isEqualTo(0.6 + 0.5, EXACTLY);
    assertThat(live.ended).isEmpty();
    live.pool.start(1, 2);
    live.advance(3);
    assertThat(live.ended).containsExactly(second);
    assertThat(live.pool.use(3).completions()).isEqualTo(1);
    assertThat(live.pool.inSystem.value()).isZero();
  }

  @Test
  void aFailedPrefillReplicaLosesWhatItHasNotHandedOver() {
    Live live = new Live(2, AMPLE);
    int sent = live.arrive(0, 400, 2);
    int waiting = live.arrive(0.05, 400, 2);
    live.advance(0.6);
    assertThat(live.pool.fail(0, 0.6)).containsExactlyInAnyOrder(sent, waiting);
    assertThat(live.pool.replicas[1].kvBlocks(0.6)).isZero();
    assertThat(live.timers.firstKey()).isInfinite();
    assertThat(live.pool.inSystem.value()).isZero();
    assertThat(live.pool.inUse.value()).isZero();
  }

  @Test
  void aFailedPrefillReplicaDoesNotTouchWhatDecodes() {
    Live live = new Live(2, AMPLE);
    int decodes = live.arrive(0, 400, 100);
    live.advance(1);
    assertThat(live.pool.fail(0, 1)).isEmpty();
    live.advance(5);
    assertThat(live.ended).containsExactly(decodes);
  }

  @Test
  void aDrainedPrefillReplicaIsEmptyWhenItsLastCacheHasLeft() {
    Live live = new Live(4, AMPLE);
    live.arrive(0, 400, 2);
    live.pool.drain(0, 0.1);
    live.advance(0.9);
    assertThat(live.emptied).isEmpty();
    live.advance(0.91);
    assertThat(live.emptied).containsExactly(0);
  }

  @Test
  void aPoolNeedsOneReplicaOfEachKind() {
    assertThat(new Live(4, AMPLE).pool.least()).isEqualTo(2);
  }
}
