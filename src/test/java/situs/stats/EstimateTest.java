package situs.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EstimateTest {

  @Test
  void halfWidthIsStudentsTimesTheStandardErrorOfTheMean() {
    // Mean 3, variance (4+1+0+1+4)/4 = 2.5, s/sqrt(5) = 0.70711; t(4, 0.975) = 2.776445 (tables).
    Estimate estimate = Estimate.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0)).orElseThrow();

    assertThat(estimate.mean()).isEqualTo(3);
    assertThat(estimate.ci95().orElseThrow()).isCloseTo(2.776445 * 0.707107, within(1e-5));
  }

  @Test
  void twoReplicationsHaveTheWidestQuantile() {
    // s = sqrt(2)/... of {12, 14}: sqrt(2); over sqrt(2) = 1; t(1, 0.975) = 12.7062 (tables).
    Estimate estimate = Estimate.of(List.of(12.0, 14.0)).orElseThrow();

    assertThat(estimate.ci95().orElseThrow()).isCloseTo(12.7062, within(1e-4));
  }

  @Test
  void aSingleReplicationLeavesTheIntervalUnknown() {
    assertThat(Estimate.of(List.of(7.0))).contains(new Estimate(7, Optional.empty()));
  }

  @Test
  void nothingHasNoMean() {
    assertThat(Estimate.of(List.of())).isEmpty();
  }
}
