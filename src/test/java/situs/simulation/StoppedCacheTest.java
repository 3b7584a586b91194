package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import situs.model.ModelWorkload.Batching;
import situs.model.ModelWorkload.PrefixCaching;
import situs.model.ServingProfile.ThreeTerms;
import situs.serving.IterationTime;

/** Conversations whose replica drains, has stopped, or is taken back. */
class StoppedCacheTest {
  private static final int CONVERSATION = 7;

  private final Requests requests = new Requests();
  private final TournamentTree timers = new TournamentTree(2);
  private final ModelPool pool =
      new ModelPool(
          new ServerPool.Setup(
              Worlds.models(Worlds.EAST, 2, Worlds.profile(new ThreeTerms(1, 0, 0, 1, 0, 0))),
              new Batching(8, 512, 10).with(Optional.of(new PrefixCaching(1000, 0.5))),
              IterationTime.of(Worlds.profile(new ThreeTerms(1, 0, 0, 1, 0, 0))),
              10_000,
              requests,
              this::ended,
              timers,
              0,
              JumpingReplica::new));

  private void ended(int slot, double now) {
    pool.ended(slot, now);
  }

  /** A turn of the conversation, that shares so many tokens with what was; returns its replica. */
  private int turn(int shared, double now) {
    int slot = requests.allocate();
    requests.session[slot] = Requests.CLIENT;
    requests.prompt[slot] = shared + 160;
    requests.remaining[slot] = shared + 160;
    requests.output[slot] = 2;
    requests.prefix[slot] = CONVERSATION;
    requests.sharedTokens[slot] = shared;
    pool.arrive(slot, now);
    return requests.replica[slot];
  }

  private void finish() {
    while (timers.firstKey() < Double.POSITIVE_INFINITY) {
      pool.fire(timers.first(), timers.firstKey());
    }
  }

  @BeforeEach
  void aConversationBeginsAtTheFirstOfTwoReplicas() {
    pool.onEmptied(pool::stop);
    pool.start(0, 0);
    pool.start(1, 0);
    assertThat(turn(0, 0)).isZero();
    finish();
  }

  @Test
  void itStaysWhereItsPrefixIs() {
    assertThat(turn(161, 50)).isZero();
    assertThat(pool.use(100).prefixes()).isEqualTo(new PrefixUse(1, 0, 160));
  }

  @Test
  void itLeavesAReplicaThatDrainsAndComputesAllOfIt() {
    // Busy with another turn, so that it drains and does not stop.
    turn(161, 50);
    pool.drain(0, 51);
    assertThat(turn(161, 51)).isEqualTo(1);
    assertThat(pool.use(100).prefixes()).isEqualTo(new PrefixUse(1, 1, 160));
  }

  @Test
  void itFindsNothingAtAReplicaThatHasStoppedAndStartedAgain() {
    pool.drain(0, 50);
    pool.start(0, 60);
    turn(161, 70);
    assertThat(pool.use(100).prefixes()).isEqualTo(new PrefixUse(0, 1, 0));
  }

  @Test
  void itWaitsForNoReplicaThatWasTakenBack() {
    pool.fail(0, 50);
    assertThat(turn(161, 70)).isEqualTo(1);
    finish();
    pool.start(0, 200);
    // From then on it is where it went.
    assertThat(turn(323, 210)).isEqualTo(1);
    assertThat(pool.use(300).prefixes()).isEqualTo(new PrefixUse(1, 1, 320));
  }
}
