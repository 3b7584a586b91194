package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import situs.model.ModelWorkload.Batching;
import situs.model.ModelWorkload.KvMemory;
import situs.model.ModelWorkload.PrefixCaching;
import situs.model.ModelWorkload.Scheduler;
import situs.model.ServingProfile.ThreeTerms;
import situs.serving.IterationTime;

/** What a prefix cache keeps, and what finding it is worth. */
class PrefixCacheTest {
  private final PrefixCache cache = new PrefixCache(100, new CacheBudget(10));

  @Test
  void findsWholeBlocksOnly() {
    // 70 tokens fill 4 blocks of 16; of 50 that are shared, 48 lie in whole blocks.
    cache.keep(1, 70, 0);
    assertThat(cache.find(1, 100, 1)).isEqualTo(64);
    assertThat(cache.find(1, 50, 1)).isEqualTo(48);
    assertThat(cache.find(2, 50, 1)).isZero();
  }

  @Test
  void aPrefixIsLostAfterItsLifetimeWithoutUse() {
    cache.keep(1, 64, 0);
    assertThat(cache.find(1, 64, 100)).isEqualTo(64);
    assertThat(cache.find(1, 64, 100.5)).isZero();
    cache.keep(2, 16, 101);
    assertThat(cache.heldBlocks()).isEqualTo(1);
  }

  @Test
  void theLeastRecentlyUsedGoesFirst() {
    // 4 + 4 blocks of 10; another 4 need 2 more: 1 was used last, so 2 goes.
    cache.keep(1, 64, 0);
    cache.keep(2, 64, 1);
    cache.find(1, 64, 2);
    assertThat(cache.keep(3, 64, 3)).containsExactly(2L);
    assertThat(cache.heldBlocks()).isEqualTo(8);
  }

  @Test
  void whatIsReadStaysAndWhatDoesNotFitIsCut() {
    cache.keep(1, 96, 0);
    cache.read(1);
    assertThat(cache.keep(2, 96, 1)).isEmpty();
    assertThat(cache.find(2, 96, 1)).isEqualTo(64);
    assertThat(cache.find(1, 96, 1000)).isEqualTo(96);
  }

  /** Two turns of a conversation, each with a prompt of 160 tokens that the second adds to. */
  private static BatchRun.Seen twoTurns(double lifetimeS, double secondAt, int shared) {
    // A second an iteration and 0.1 s a prompt token: what is cached shows.
    IterationTime time = IterationTime.of(Worlds.profile(new ThreeTerms(1, 0, 0, 1, 0.1, 0)));
    Batching batching =
        new Batching(
            Scheduler.CHUNKED,
            8,
            512,
            512,
            KvMemory.DEFAULT,
            Optional.of(new PrefixCaching(lifetimeS, 0.5)),
            10);
    return new BatchRun(
            new double[] {0, secondAt},
            new int[] {160, 320},
            new int[] {2, 2},
            new long[] {7, 7},
            new int[] {0, shared},
            time,
            batching,
            1600,
            1)
        .jumping();
  }

  @Test
  void aHitNeedsNoPrefill() {
    // The first has its token at 1 + 16 and ends at 18; 161 tokens are then kept, 160 of them in
    // whole blocks. The second prefills 320 - 160: 1 + 16 s after its arrival at 50.
    BatchRun.Seen seen = twoTurns(60, 50, 161);
    assertThat(seen.first()).containsExactly(17, 67);
    assertThat(seen.prefixes()).isEqualTo(new PrefixUse(1, 0, 160));
  }

  @Test
  void aMissPrefillsTheWhole() {
    // 82 s after the first turn's end: 1 + 32 s.
    BatchRun.Seen seen = twoTurns(60, 100, 161);
    assertThat(seen.first()).containsExactly(17, 133);
    assertThat(seen.prefixes()).isEqualTo(new PrefixUse(0, 1, 0));
  }

  @Test
  void aFirstTurnIsNeitherHitNorMiss() {
    assertThat(twoTurns(60, 50, 0).prefixes()).isEqualTo(new PrefixUse(0, 0, 0));
  }
}
