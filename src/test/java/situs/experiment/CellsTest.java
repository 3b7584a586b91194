package situs.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import situs.model.Metric;
import situs.model.Scenario;
import situs.stats.Estimate;

class CellsTest {
  private static final Scenario SCENARIO = SampleExperiment.experiment().scenario();

  private static Optional<Estimate> ttft(StrategyResult result) {
    return Cells.quantile(SCENARIO, result, "model", Metric.TTFT, 0.95);
  }

  /** Times to the first token are 0.2 s in one replication and 0.4 s in the other. */
  @Test
  void aQuantileIsEstimatedOverReplications() {
    Estimate home = ttft(SampleExperiment.home()).orElseThrow();
    // Sketches are within 0.5 %.
    assertThat(home.mean()).isCloseTo(0.3, within(0.005 * 0.3));
    // Standard error 0.1, times 12.7062 of one degree of freedom.
    assertThat(home.ci95().orElseThrow()).isCloseTo(1.27062, within(0.005 * 0.6 * 12.7062));
  }

  @Test
  void ofNothingSeenThereIsNone() {
    assertThat(ttft(SampleExperiment.nowhere())).isEmpty();
  }
}
