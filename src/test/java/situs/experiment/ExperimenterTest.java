package situs.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.Scenario;
import situs.placement.Strategy;

class ExperimenterTest {
  private static final Contracts NONE = new Contracts(List.of());
  private static final Progress SILENT = (done, total) -> {};
  private static final Map<String, StrategyResult> SAMPLES =
      Map.of(
          "home", SampleExperiment.home(),
          "cheapest", SampleExperiment.cheapest(),
          "nowhere", SampleExperiment.nowhere());

  /** Hands out a placement made before. */
  private record Fixed(String name) implements Strategy {
    @Override
    public String description() {
      return "the sample's placement";
    }

    @Override
    public Placement place(Scenario scenario, Contracts contracts) {
      return SAMPLES.get(name).placement();
    }
  }

  private static final List<Strategy> STRATEGIES =
      List.of(new Fixed("home"), new Fixed("cheapest"), new Fixed("nowhere"));

  private static Run sample(Placement placement, int replication) {
    return SAMPLES.get(placement.strategy()).runs().get(replication - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void theOrderOfResultsDoesNotDependOnTheThreads(int threads) {
    Experiment experiment =
        new Experimenter((s, c) -> ExperimenterTest::sample, threads, SILENT)
            .run(SampleExperiment.scenario(), NONE, STRATEGIES);

    assertThat(experiment.results())
        .extracting(StrategyResult::strategy)
        .containsExactly("home", "cheapest", "nowhere");
    for (StrategyResult result : experiment.results()) {
      assertThat(result.runs()).isEqualTo(SAMPLES.get(result.strategy()).runs());
    }
  }

  @Test
  void keepsTheOrderWhenTheFirstReplicationEndsLast() {
    CountDownLatch others = new CountDownLatch(3);
    Replicator firstWaits =
        (placement, r) -> {
          if (placement.strategy().equals("home") && r == 1) {
            await(others);
          } else {
            others.countDown();
          }
          return sample(placement, r);
        };

    Experiment experiment =
        new Experimenter((s, c) -> firstWaits, 2, SILENT)
            .run(SampleExperiment.scenario(), NONE, STRATEGIES);

    assertThat(experiment.results().get(0).runs())
        .containsExactlyElementsOf(SAMPLES.get("home").runs());
    assertThat(experiment.results().get(1).runs())
        .containsExactlyElementsOf(SAMPLES.get("cheapest").runs());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void tellsHowFarItHasCome() {
    List<String> heard = new ArrayList<>();

    new Experimenter((s, c) -> ExperimenterTest::sample, 2, (d, n) -> heard.add(d + "/" + n))
        .run(SampleExperiment.scenario(), NONE, STRATEGIES);

    assertThat(heard).containsExactly("1/4", "2/4", "3/4", "4/4");
  }

  @Test
  void aFailureNamesItsReplicationAndInterruptsTheOthers() throws InterruptedException {
    CountDownLatch secondRuns = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Replicator fails =
        (placement, r) -> {
          if (r == 1) {
            await(secondRuns);
            throw new IllegalStateException("no host left");
          }
          secondRuns.countDown();
          try {
            return await(new CountDownLatch(1), sample(placement, r));
          } finally {
            interrupted.countDown();
          }
        };

    assertThatThrownBy(
            () ->
                new Experimenter((s, c) -> fails, 2, SILENT)
                    .run(SampleExperiment.scenario(), NONE, STRATEGIES))
        .isInstanceOf(ExperimentException.class)
        .hasMessage("strategy 'home', replication 1: java.lang.IllegalStateException: no host left")
        .hasRootCauseMessage("no host left");
    interrupted.await();
  }

  private static Run await(CountDownLatch never, Run run) {
    await(never);
    return run;
  }
}
