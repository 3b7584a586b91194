package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import situs.experiment.Experiment;
import situs.experiment.SampleExperiment;

class ThresholdTest {
  private final Experiment whole = SampleExperiment.experiment();

  /**
   * In order: home is compliant and on target, cheapest in breach and not, nowhere has no figures.
   */
  private Experiment only(int index) {
    return new Experiment(whole.scenario(), whole.contracts(), List.of(whole.results().get(index)));
  }

  @Test
  void aBreachCrossesBreachAndContested() {
    assertThat(Threshold.BREACH.crossed(only(1))).isTrue();
    assertThat(Threshold.CONTESTED.crossed(only(1))).isTrue();
  }

  @Test
  void compliantCrossesNothing() {
    assertThat(Threshold.values()).noneMatch(threshold -> threshold.crossed(only(0)));
  }

  @Test
  void oneMissedReplicationMissesTheObjective() {
    assertThat(Threshold.OBJECTIVE.crossed(only(1))).isTrue();
  }

  @Test
  void nothingJudgedCrossesNothing() {
    assertThat(Threshold.values()).noneMatch(threshold -> threshold.crossed(only(2)));
  }

  @Test
  void oneStrategyAmongSeveralIsEnough() {
    assertThat(Threshold.BREACH.crossed(whole)).isTrue();
  }
}
