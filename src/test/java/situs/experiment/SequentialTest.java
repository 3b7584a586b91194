package situs.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.Scenario;
import situs.placement.Strategy;
import situs.stats.Estimate;
import situs.stats.Precision;

class SequentialTest {

  /** Places as the sample's home does. */
  private record Home() implements Strategy {
    @Override
    public String name() {
      return "home";
    }

    @Override
    public String description() {
      return "the sample's placement";
    }

    @Override
    public Placement place(Scenario scenario, Contracts contracts) {
      return SampleExperiment.home().placement();
    }
  }

  private static final Experimenter EXPERIMENTER =
      new Experimenter(
          (scenario, contracts) ->
              (placement, replication) -> {
                Run s = SampleExperiment.home().runs().get(0);
                return new Run(
                    replication, s.observations(), s.bill(), s.footprint(), s.findings());
              },
          2,
          (done, total) -> {});

  private static Experiment begun(int replications) {
    Scenario scenario = SampleExperiment.scenario();
    return EXPERIMENTER.run(
        scenario.withRun(scenario.duration(), scenario.seed(), replications),
        Contracts.NONE,
        List.of(new Home()));
  }

  /** 100 and 100 +- spread in turns. */
  private static Criterion swinging(double spread) {
    return new Criterion(
        "x",
        "all",
        Criterion.Better.LESS,
        0,
        run -> Optional.of(100 + (run.replication() % 2 == 0 ? spread : -spread)));
  }

  @Test
  void aValueThatDoesNotVaryNeedsNoMoreThanTheLeast() {
    Sequential sequential = new Sequential(new Precision(0.01, 10, 500), List.of(swinging(0)));
    assertThat(sequential.first(3)).isEqualTo(10);
    assertThat(sequential.first(20)).isEqualTo(20);
    Experiment settled = sequential.settle(EXPERIMENTER, begun(10));
    assertThat(settled.results().get(0).runs()).hasSize(10);
    assertThat(sequential.wide(settled)).isEmpty();
  }

  @Test
  void addsReplicationsInOrderUntilTheIntervalIsNarrow() {
    // Half width about 1.96 * 5 / sqrt n <= 100 * 0.01/1.01 from n = 98 on.
    Sequential sequential = new Sequential(new Precision(0.01, 10, 500), List.of(swinging(5)));
    Experiment settled = sequential.settle(EXPERIMENTER, begun(10));
    List<Run> runs = settled.results().get(0).runs();
    assertThat(runs.size()).isBetween(98, 110);
    assertThat(settled.scenario().replications()).isEqualTo(runs.size());
    for (int i = 0; i < runs.size(); i++) {
      assertThat(runs.get(i).replication()).isEqualTo(i + 1);
    }
    assertThat(sequential.wide(settled)).isEmpty();
  }

  @Test
  void saysWhatItWouldTakeWhereThereMayBeNoMore() {
    Sequential sequential = new Sequential(new Precision(0.01, 10, 40), List.of(swinging(5)));
    Experiment settled = sequential.settle(EXPERIMENTER, begun(10));
    assertThat(settled.results().get(0).runs()).hasSize(40);
    Sequential.Wide wide = sequential.wide(settled).get(0);
    Estimate mean = Samples.of(settled, swinging(5)).mean(0).orElseThrow();
    assertThat(wide.relative()).isEqualTo(mean.ci95().orElseThrow() / 100);
    assertThat(wide.wouldTake()).isBetween(95.0, 115.0);
  }

  @Test
  void aMeanOfNothingThatVariesCanNotBeNarrowed() {
    Criterion around =
        new Criterion(
            "x", "all", Criterion.Better.LESS, 0, run -> Optional.of(run.replication() % 2 - 0.5));
    Sequential sequential = new Sequential(new Precision(0.1, 10, 20), List.of(around));
    Experiment settled = sequential.settle(EXPERIMENTER, begun(10));
    // Infinite, but for rounding in the mean.
    assertThat(sequential.wide(settled).get(0).wouldTake()).isGreaterThan(1e12);
  }

  @Test
  void anExperimentMayBeExtendedInSteps() {
    Experiment inSteps = EXPERIMENTER.extended(EXPERIMENTER.extended(begun(2), 3), 7);
    assertThat(inSteps.scenario().replications()).isEqualTo(7);
    assertThat(inSteps.results().get(0).runs())
        .extracting(Run::replication)
        .containsExactly(1, 2, 3, 4, 5, 6, 7);
  }
}
