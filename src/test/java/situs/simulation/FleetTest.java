package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import situs.model.Boot;
import situs.model.Distribution.Constant;
import situs.model.FrontierWorkload;
import situs.model.FrontierWorkload.OnOutage;
import situs.model.FrontierWorkload.Session;
import situs.model.FrontierWorkload.State;
import situs.model.Placed;
import situs.model.ServingProfile;
import situs.model.ServingProfile.ThreeTerms;
import situs.stats.Streams;

/** A fleet of runtime instances with 32 places each, driven by a script. */
class FleetTest {
  private static final double BOOT_S = 60;
  private static final FrontierWorkload AGENTS =
      Worlds.agents(
          1,
          new Session(
              1,
              1,
              new Constant(1),
              new Constant(1),
              new Constant(1),
              0,
              new Constant(0),
              new Constant(0),
              State.CLIENT,
              1,
              OnOutage.LOST));

  /** Wants so many at those times. */
  private record Wish(double at, int replicas) {}

  private static final class Script implements Scaler {
    private final int initial;
    private final Queue<Wish> wishes;

    Script(int initial, Wish... wishes) {
      this.initial = initial;
      this.wishes = new ArrayDeque<>(List.of(wishes));
    }

    @Override
    public int initial() {
      return initial;
    }

    @Override
    public double next() {
      return wishes.isEmpty() ? Double.POSITIVE_INFINITY : wishes.peek().at();
    }

    @Override
    public int wanted(double now, int active) {
      return wishes.remove().replicas();
    }
  }

  private final PriorityQueue<Double> alarms = new PriorityQueue<>();
  private final List<Integer> lost = new ArrayList<>();

  private Fleet fleet(RuntimePool pool, Scaler scaler) {
    Interruptions never = new Interruptions(pool.placed, 0, new Streams(1, 1));
    Fleet fleet =
        new Fleet(
            pool, Boot.ASSUMED, scaler, never, alarms::add, (replica, r) -> lost.add(replica));
    for (int replica = 0; replica < pool.placed.replicas(); replica++) {
      fleet.booted(replica, 0);
    }
    return fleet;
  }

  private void run(Fleet fleet, double until) {
    while (!alarms.isEmpty() && alarms.peek() <= until) {
      fleet.wake(alarms.remove());
    }
  }

  private static RuntimePool pool(int instances) {
    return new RuntimePool(Worlds.runtimes(Worlds.EAST, instances), AGENTS);
  }

  @Test
  void whatIsStartedServesAfterExactlyTheBootTime() {
    RuntimePool pool = pool(4);
    Fleet fleet = fleet(pool, new Script(1, new Wish(100, 3)));
    run(fleet, 100 + BOOT_S - 1e-9);
    assertThat(pool.ready.value()).isEqualTo(1);
    run(fleet, 100 + BOOT_S);
    assertThat(pool.ready.value()).isEqualTo(3);
    // Rented from the decision on: 1 x 200 s, and 2 x 100 s.
    assertThat(fleet.use(200).instanceHours()).isCloseTo(400 / 3600.0, within(1e-12));
    assertThat(fleet.use(200).started()).isEqualTo(2);
  }

  @Test
  void weightsTakeAsLongAsTheirBytesAtTheStoragesBandwidth() {
    // 8 accelerators with 10 GB each, at 5 GB/s; a runtime has none.
    Placed model = Worlds.models(Worlds.EAST, 1, Worlds.profile(new ThreeTerms(0, 0, 0, 0, 0, 0)));
    assertThat(new Boot(60, 5).loadingS(model)).isEqualTo(16);
    assertThat(new Boot(60, 5).loadingS(Worlds.runtimes(Worlds.EAST, 1))).isZero();
  }

  @Test
  void anInstanceIsGivenUpWhenItsLastSessionHasEnded() {
    RuntimePool pool = pool(2);
    Fleet fleet = fleet(pool, new Script(2, new Wish(100, 1)));
    for (int session = 0; session < 33; session++) {
      pool.enter(10);
    }
    run(fleet, 100);
    // The second instance has the 33rd session, takes no more, and is up until that ends.
    assertThat(pool.isFull()).isTrue();
    assertThat(pool.ready.value()).isEqualTo(2);
    pool.leave(1, 250, 10);
    assertThat(pool.ready.value()).isEqualTo(1);
    // 2 x 250 s, and 1 x 50 s
    assertThat(fleet.use(300).instanceHours()).isCloseTo(550 / 3600.0, within(1e-12));
    assertThat(fleet.use(300).stopped()).isEqualTo(1);
  }

  @Test
  void whatDrainsIsTakenBackBeforeAnotherBoots() {
    RuntimePool pool = pool(3);
    Fleet fleet = fleet(pool, new Script(2, new Wish(100, 1), new Wish(120, 2)));
    for (int session = 0; session < 33; session++) {
      pool.enter(10);
    }
    run(fleet, 120);
    assertThat(pool.isFull()).isFalse();
    assertThat(fleet.use(200).started()).isZero();
    assertThat(fleet.use(200).instanceHours()).isCloseTo(400 / 3600.0, within(1e-12));
  }

  @Test
  void whatStillBootsIsGivenUpFirst() {
    RuntimePool pool = pool(3);
    Fleet fleet = fleet(pool, new Script(1, new Wish(100, 3), new Wish(130, 1)));
    run(fleet, 1000);
    assertThat(pool.ready.integral(1000)).isEqualTo(1000);
    // 1 x 1000 s, and 2 x 30 s
    assertThat(fleet.use(1000).instanceHours()).isCloseTo(1060 / 3600.0, within(1e-12));
  }

  @Test
  void whatAnIncidentTookIsRentedAndBackAtOnce() {
    RuntimePool pool = pool(2);
    Fleet fleet = fleet(pool, new Script(2));
    fleet.lose(0, 100);
    fleet.lose(1, 100);
    assertThat(pool.isFull()).isTrue();
    fleet.restore(0, 160);
    fleet.restore(1, 160);
    // 2 x 100 s before, 2 x 40 s after
    assertThat(pool.ready.integral(200)).isEqualTo(280);
    assertThat(fleet.use(200).instanceHours()).isCloseTo(400 / 3600.0, within(1e-12));
  }

  @Test
  void anInstanceWithReplicasOnItNeedsNoStart() {
    // Replicas of 4 accelerators, two on an instance of 8. Weights: 4 x 10 GB at 2 GB/s, 20 s.
    ServingProfile half =
        new ServingProfile(
            "m", "G", 4, "bf16", new ThreeTerms(0, 0, 0, 0, 0, 0), 10, 20_000, Worlds.HERE);
    Placed four = Worlds.models(Worlds.EAST, 4, half);
    Placed placed =
        new Placed(four.component(), four.region(), four.offer(), four.profile(), 2, 4, four.why());
    ModelPool pool =
        new ModelPool(
            new ServerPool.Setup(
                placed,
                new situs.model.ModelWorkload.Batching(8, 64, 10),
                situs.serving.IterationTime.of(half),
                1_000_000,
                new Requests(),
                (slot, now) -> {},
                new TournamentTree(4),
                0,
                JumpingReplica::new));
    Fleet fleet =
        new Fleet(
            pool,
            new Boot(60, 2),
            new Script(1, new Wish(100, 2), new Wish(200, 3), new Wish(210, 4)),
            new Interruptions(placed, 0, new Streams(1, 1)),
            alarms::add,
            (replica, requests) -> lost.add(replica));
    fleet.booted(0, 0);
    run(fleet, 1000);
    // The second is up 20 s after 100 s, the third 60 + 20 s after 200 s. The fourth, on the
    // instance that starts at 200 s, has to wait for it as well, and is up at 280 s.
    assertThat(pool.ready.integral(1000)).isCloseTo(1000 + 880 + 720 + 720, within(1e-9));
    // One instance all the time, and the second for 800 s.
    assertThat(fleet.use(1000).instanceHours()).isCloseTo(1800 / 3600.0, within(1e-12));
    assertThat(fleet.use(1000).steps())
        .containsExactly(new FleetUse.Step(0, 1), new FleetUse.Step(200, 2));
  }
}
