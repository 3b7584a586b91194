package situs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import situs.Golden;
import situs.experiment.Comparison;
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
}
