package situs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import situs.Golden;
import situs.experiment.Comparison;
import situs.experiment.Experiment;
import situs.experiment.SampleExperiment;

class ComparisonReportTest {
  private final Comparison comparison = Comparison.of(SampleExperiment.experiment());

  @Test
  void ranksTheStrategiesByEachCriterionThatTellsThemApart() throws IOException {
    Golden.check("comparison.txt", ComparisonReport.of(comparison, Style.PLAIN));
  }

  @Test
  void coloursChangeNothingButTheColour() {
    assertThat(ComparisonReport.of(comparison, Style.ANSI).replaceAll("\033\\[[0-9]+m", ""))
        .isEqualTo(ComparisonReport.of(comparison, Style.PLAIN));
  }

  /** Home's two replications cost 26 dollars a day in the mean; what varies is not "the same". */
  @Test
  void oneStrategyIsTheSameAsNothing() {
    Experiment all = SampleExperiment.experiment();
    Experiment one = new Experiment(all.scenario(), all.contracts(), List.of(all.results().get(0)));
    assertThat(ComparisonReport.of(Comparison.of(one), Style.PLAIN))
        .contains("There is nothing to compare it with: cost_usd_per_day 26 ± ")
        .doesNotContain("The same in every replication");
  }
}
