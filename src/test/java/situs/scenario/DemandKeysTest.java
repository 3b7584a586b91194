package situs.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import situs.model.Arrivals;
import situs.model.Burstiness;
import situs.model.DayShape;
import situs.model.Distribution;
import situs.model.FrontierWorkload;
import situs.model.Growth;
import situs.model.ModelWorkload;
import situs.model.WeekShape;

class DemandKeysTest {
  private static final Path MINIMAL =
      Path.of("src/test/resources/scenario/minimal.yaml").toAbsolutePath();
  private static final Path EVERYTHING = Path.of("src/test/resources/scenario/everything.yaml");

  @TempDir private Path folder;

  private ModelWorkload api(String block) throws IOException {
    Path file = folder.resolve("scenario.yaml");
    Files.writeString(
        file, "situs: 1\nextends: " + MINIMAL + "\nworkloads: {api: " + block + "}\n");
    return (ModelWorkload) ScenarioFile.read(file).get(0).scenario().workload("api");
  }

  private Arrivals.Curve curve(String block) throws IOException {
    return (Arrivals.Curve) api("{demand: {New York: " + block + "}}").demand().get(0).arrivals();
  }

  @Test
  void aCurveHasDayWeekGrowthAndBursts() {
    FrontierWorkload agents =
        (FrontierWorkload) ScenarioFile.read(EVERYTHING).get(0).scenario().workload("agents");
    Arrivals.Curve curve = (Arrivals.Curve) agents.demand().get(0).arrivals();
    assertThat(((DayShape.Hours) curve.day()).factors().get(12)).isEqualTo(1.5);
    assertThat(curve.week()).isEqualTo(new WeekShape(List.of(1.0, 1.0, 1.1, 1.0, 0.9, 0.2, 0.0)));
    assertThat(curve.growth()).isEqualTo(new Growth(1.03, 30 * 86_400, Growth.Kind.LINEAR));
    assertThat(curve.burstiness()).isEqualTo(new Burstiness.Mmpp(10, 120, 0.2));
  }

  @Test
  void whatIsNotSaidIsEvenAndPoisson() throws IOException {
    assertThat(curve("{rate: 2/s}"))
        .isEqualTo(Arrivals.Curve.daily(2, LocalTime.of(14, 0), 0))
        .extracting(Arrivals.Curve::burstiness)
        .isEqualTo(Burstiness.POISSON);
    assertThat(curve("{rate: 2/s, weekly: {sun: 0.5}, growth: {factor: 2, every: 1 d}}"))
        .isEqualTo(
            new Arrivals.Curve(
                2,
                new DayShape.Swing(LocalTime.of(14, 0), 0),
                new WeekShape(List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.5)),
                new Growth(2, 86_400, Growth.Kind.COMPOUND),
                Burstiness.POISSON));
    assertThat(curve("{rate: 2/s, burstiness: {kind: gamma, dispersion: 0.5}}").burstiness())
        .isEqualTo(new Burstiness.Gamma(0.5));
    assertThat(curve("{rate: 2/s, hourly: " + Collections.nCopies(24, 1.0) + "}").day().mean())
        .isEqualTo(1);
  }

  @Test
  void lengthsMayBeGammaOrATableOfQuantiles() throws IOException {
    ModelWorkload api =
        api(
            "{tokens: {prompt: {quantiles: {p0: 16, p50: 1020, p99.9: 5000, p100: 14050}},"
                + " output: {mean: 211, cv: 0.8, distribution: gamma}}}");
    assertThat(api.promptTokens())
        .isEqualTo(
            new Distribution.Quantiles(
                List.of(0.0, 0.5, 0.999, 1.0), List.of(16.0, 1020.0, 5000.0, 14050.0)));
    assertThat(api.outputTokens()).isEqualTo(new Distribution.Gamma(211, 0.8));
  }

  @Test
  void metrosDivideATraceBetweenThem() throws IOException {
    Files.writeString(
        folder.resolve("t.csv"),
        "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:00:00,1,1\n");
    ModelWorkload api =
        api(
            "{tokens: ~, demand: {New York: ~, London: {trace: {file: t.csv, share: 0.6}},"
                + " Frankfurt: {trace: {file: t.csv, share: 0.4}},"
                + " Chicago: {trace: {file: t.csv}}}}");
    assertThat(api.demand())
        .extracting(d -> ((Arrivals.Replay) d.arrivals()).from())
        .containsExactly(0.0, 0.6, 0.0);
  }
}
