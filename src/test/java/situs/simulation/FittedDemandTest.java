package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import situs.document.Issues;
import situs.model.Arrivals;
import situs.model.Arrivals.Curve;
import situs.model.Burstiness;
import situs.model.DayShape;
import situs.model.Growth;
import situs.model.ModelWorkload;
import situs.model.WeekShape;
import situs.scenario.ScenarioFile;
import situs.trace.BadRows;
import situs.trace.FittedBlock;
import situs.trace.TraceColumns;
import situs.trace.TraceReader;
import situs.trace.TraceSource;
import situs.trace.TraceSurvey;
import situs.trace.TraceTimeUnit;

/** There and back: demand is drawn, written as a trace, fitted, and read as a scenario. */
class FittedDemandTest {
  private static final DayShape FLAT = new DayShape.Swing(LocalTime.NOON, 0);

  @TempDir private Path folder;

  private ModelWorkload fitted(Curve curve, Duration duration) throws IOException {
    Path trace = folder.resolve("trace.csv");
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(trace))) {
      out.println("at,in,out");
      int row = 0;
      for (double t : Demands.measured(curve, "UTC", duration)) {
        out.println(Math.round(t * 1e6) + "," + (500 + row % 3) + ",20");
        row++;
      }
    }
    TraceColumns columns =
        new TraceColumns("at", "in", "out", Optional.empty(), TraceTimeUnit.MICROSECONDS);
    TraceSource source = new TraceSource(trace, Optional.empty(), Optional.of(columns));
    Issues issues = new Issues();
    TraceSurvey survey =
        TraceSurvey.of(TraceReader.read(source, BadRows.FAIL, issues).orElseThrow());
    return pasted(FittedBlock.of(survey, "London"));
  }

  /** As one pastes it: below a workload, indented, in place of what was there. */
  private ModelWorkload pasted(String block) throws IOException {
    Path minimal = Path.of("src/test/resources/scenario/minimal.yaml");
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(minimal)) {
      if (line.contains("demand:")) {
        block.lines().map(l -> "    " + l).forEach(lines::add);
      } else if (!line.contains("tokens:")) {
        lines.add(line);
      }
    }
    Path scenario = Files.write(folder.resolve("pasted.yaml"), lines);
    return (ModelWorkload) ScenarioFile.read(scenario).get(0).scenario().workload("api");
  }

  private static Curve curve(ModelWorkload workload) {
    return (Curve) workload.demand().get(0).arrivals();
  }

  private static Arrivals.Curve bursty(double perSecond, Burstiness burstiness) {
    return new Curve(perSecond, FLAT, WeekShape.EVEN, Growth.NONE, burstiness);
  }

  @Test
  void poissonIsFoundToBePoisson() throws IOException {
    ModelWorkload workload = fitted(Curve.flat(5), Duration.ofHours(20));
    assertThat(workload.demand().get(0).metro().name()).isEqualTo("London");
    assertThat(curve(workload).burstiness()).isEqualTo(Burstiness.POISSON);
    // 360,000 requests: standard error 0.17 %
    assertThat(curve(workload).perSecond()).isCloseTo(5, within(0.034));
    assertThat(workload.promptTokens().mean()).isCloseTo(501, within(1.0));
    assertThat(workload.outputTokens().mean()).isEqualTo(20);
  }

  @Test
  void gammaGapsAreFoundWithTheirDispersion() throws IOException {
    Burstiness found =
        curve(fitted(bursty(5, new Burstiness.Gamma(6)), Duration.ofHours(20))).burstiness();
    // The squared coefficient of variation of 360,000 gaps, whose kurtosis is 3 + 6 x 6: its
    // relative standard error is about sqrt(39/360,000 + 4 x 6/360,000) = 1.3 %.
    assertThat(found).isInstanceOf(Burstiness.Gamma.class);
    assertThat(found.dispersion()).isCloseTo(6, within(0.32));
  }

  @Test
  void twoStatesAreFoundWithDispersionAndTimeScale() throws IOException {
    Burstiness found =
        curve(fitted(bursty(5, new Burstiness.Mmpp(40, 20, 0)), Duration.ofHours(60))).burstiness();
    assertThat(found).isInstanceOf(Burstiness.Mmpp.class);
    // Indices of windows of 60 s and 600 s are good to 5 % here, and the ladder's rungs are 5 %
    // apart.
    assertThat(found.dispersion()).isCloseTo(40, within(10.0));
    assertThat(((Burstiness.Mmpp) found).timeScaleS()).isCloseTo(20, within(5.0));
  }

  @Test
  void aClockworkIsAsEvenAsCanBeSaid() throws IOException {
    StringBuilder rows = new StringBuilder("TIMESTAMP,ContextTokens,GeneratedTokens\n");
    for (int second = 0; second < 1800; second++) {
      rows.append("2023-11-16 18:%02d:%02d,1,1\n".formatted(second / 60, second % 60));
    }
    Path trace = Files.writeString(folder.resolve("clock.csv"), rows.toString());
    TraceSurvey survey =
        TraceSurvey.of(
            TraceReader.read(TraceSource.of(trace), BadRows.FAIL, new Issues()).orElseThrow());
    ModelWorkload workload = pasted(FittedBlock.of(survey, "London"));
    assertThat(curve(workload).burstiness()).isEqualTo(new Burstiness.Gamma(0.001));
    assertThat(curve(workload).perSecond()).isEqualTo(1);
    assertThat(workload.promptTokens().mean()).isEqualTo(1);
  }

  @Test
  void aDaysShapeIsFoundHourByHour() throws IOException {
    Curve day = Curve.daily(3, LocalTime.of(14, 30), 0.8);
    Curve found = curve(fitted(day, Duration.ofDays(3)));
    List<Double> hours = ((DayShape.Hours) found.day()).factors();
    for (int hour = 0; hour < 24; hour++) {
      // The mean of the cosine over an hour is 0.9971 of its middle; 3 x 10,800 x (0.2 at least)
      // requests in three such hours: 1.2 %, four of them.
      double theory = 1 + 0.8 * 0.9971 * Math.cos(2 * Math.PI * (hour + 0.5 - 14.5) / 24);
      assertThat(hours.get(hour)).isCloseTo(theory, within(0.05 * theory + 0.005));
    }
    assertThat(found.burstiness()).isEqualTo(Burstiness.POISSON);
  }
}
