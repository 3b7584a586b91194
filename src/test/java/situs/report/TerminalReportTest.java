package situs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import situs.Golden;
import situs.contract.Contracts;
import situs.experiment.Experiment;
import situs.experiment.SampleExperiment;

class TerminalReportTest {
  private final Experiment experiment = SampleExperiment.experiment();

  @Test
  void showsCostLatencyStandingsObjectionsAndMarks() throws IOException {
    Golden.check("terminal.txt", TerminalReport.of(experiment, Style.PLAIN));
  }

  @Test
  void staysWithinItsWidth() {
    assertThat(TerminalReport.of(experiment, Style.PLAIN).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(TerminalReport.WIDTH));
  }

  @Test
  void coloursChangeNothingButTheColour() {
    assertThat(TerminalReport.of(experiment, Style.ANSI).replaceAll("\033\\[[0-9]+m", ""))
        .isEqualTo(TerminalReport.of(experiment, Style.PLAIN));
  }

  @Test
  void namesTheStrategiesThatNoReadingObjectsTo() {
    assertThat(TerminalReport.answer(experiment)).isEqualTo("Compliant under every reading: home.");
  }

  @Test
  void saysWhenNoStrategyIsCompliantUnderEveryReading() {
    Experiment without =
        new Experiment(
            experiment.scenario(), experiment.contracts(), experiment.results().subList(1, 3));

    assertThat(TerminalReport.answer(without))
        .isEqualTo("No strategy's placement is compliant under every reading.");
  }

  @Test
  void saysWhenThereIsNoContractToJudgeBy() {
    Experiment without =
        new Experiment(experiment.scenario(), new Contracts(List.of()), experiment.results());

    assertThat(TerminalReport.answer(without)).contains("names no contract");
  }
}
