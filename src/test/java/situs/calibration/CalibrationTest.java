package situs.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.model.Distribution.Exponential;
import situs.model.Distribution.LogNormal;
import situs.model.Metric;
import situs.model.ModelWorkload.Batching;
import situs.model.ServingProfile.ThreeTerms;
import situs.serving.IterationTime;
import situs.simulation.ReplicaReplay;
import situs.stats.RandomStream;
import situs.stats.Sampler;
import situs.trace.MeasuredRequest;
import situs.trace.MeasuredRequests;
import situs.trace.Skipped;

/** Requests simulated with known terms and taken for measured: their times are found again. */
class CalibrationTest {
  /** Of the order of an 8B model on an L40S. */
  private static final ThreeTerms TRUE = new ThreeTerms(18e-3, 30e-6, 150e-9, 9e-3, 60e-6, 1.5e-9);

  private static final double KEPT_BACK = 0.3;
  private static final Server SERVER = new Server(new Batching(128, 2048, 0), 120_000);

  /**
   * Poisson arrivals with lengths of chat.
   *
   * @param noise the most that is added to a time, as a share of it
   */
  private static MeasuredRequests measured(
      int count, double perSecond, int output, double noise, ThreeTerms terms) {
    RandomStream random = new RandomStream(7);
    Sampler gaps = Sampler.of(new Exponential(1 / perSecond), random);
    Sampler prompts = Sampler.of(new LogNormal(700, 2500, 8000), random);
    Sampler outputs = Sampler.of(new LogNormal(output, 3.0 * output, 6.0 * output), random);
    double[] arrival = new double[count];
    int[] prompt = new int[count];
    int[] answer = new int[count];
    double now = 0;
    for (int i = 0; i < count; i++) {
      arrival[i] = now;
      prompt[i] = prompts.tokens();
      answer[i] = output == 1 ? 1 : outputs.tokens();
      now += gaps.sample();
    }
    ReplicaReplay.Seen seen =
        new ReplicaReplay(arrival, prompt, answer, SERVER.batching(), SERVER.kvTokens())
            .under(IterationTime.of(terms));
    List<MeasuredRequest> requests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double ttft = (seen.firstS()[i] - arrival[i]) * (1 + noise * random.nextDouble());
      double decode = (seen.endS()[i] - seen.firstS()[i]) * (1 + noise * random.nextDouble());
      requests.add(new MeasuredRequest(arrival[i], prompt[i], answer[i], ttft, ttft + decode));
    }
    return new MeasuredRequests("made.csv", requests, 0, new Skipped(0, count, Optional.empty()));
  }

  private static Calibration fit(MeasuredRequests measured, Optional<ThreeTerms> roofline) {
    return Calibration.of(measured, SERVER, KEPT_BACK, roofline.map(IterationTime::of));
  }

  /** Terms that only make a few percent of a time together with others are not told apart. */
  @ParameterizedTest(name = "{0} requests a second, answers of {1} tokens")
  @CsvSource({"0.2, 150", "1, 150", "3, 150", "1, 600"})
  void findsTheIterationTimesThatMadeTheTimes(double perSecond, int output) {
    Calibration fit = fit(measured(400, perSecond, output, 0, TRUE), Optional.empty());
    IterationTime found = IterationTime.of(fit.terms());
    IterationTime expected = IterationTime.of(TRUE);
    for (int batch : new int[] {1, 2, 4}) {
      double kvTokens = 1000.0 * batch;
      assertThat(found.decodeS(batch, kvTokens) / expected.decodeS(batch, kvTokens))
          .as("decoding of %d", batch)
          .isBetween(0.98, 1.02);
    }
    for (int prompt : new int[] {300, 1000, 2000}) {
      assertThat(mixedS(found, prompt) / mixedS(expected, prompt))
          .as("a prompt of %d", prompt)
          .isBetween(0.95, 1.05);
    }
    assertThat(fit.errors())
        .hasSize(6)
        .allSatisfy(e -> assertThat(Math.abs(e.mean())).isLessThan(0.02));
  }

  /** An iteration in which a prompt is done and two sequences decode. */
  private static double mixedS(IterationTime time, int prompt) {
    return time.baseS(2, prompt) + 2000 * time.perKvTokenS() + time.chunkS(prompt, 0);
  }

  @Test
  void aRooflineThatIsHalfOffHardlyMatters() {
    ThreeTerms off = new ThreeTerms(27e-3, 45e-6, 75e-9, 13e-3, 40e-6, 2.2e-9);
    Calibration fit = fit(measured(400, 1, 300, 0, TRUE), Optional.of(off));
    assertThat(fit.terms().a() / TRUE.a()).isBetween(0.97, 1.03);
    assertThat(fit.terms().c() / TRUE.c()).isBetween(0.9, 1.1);
    assertThat(fit.terms().p1() / TRUE.p1()).isBetween(0.95, 1.05);
  }

  @Test
  void noiseIsAveragedAndStalledRequestsAreLeftAside() {
    MeasuredRequests clean = measured(400, 1, 300, 0.1, TRUE);
    List<MeasuredRequest> stalled = new ArrayList<>(clean.requests());
    for (int i = 0; i < 8; i++) {
      MeasuredRequest r = stalled.get(i);
      stalled.set(
          i,
          new MeasuredRequest(
              r.arrivalS(), r.promptTokens(), r.outputTokens(), r.ttftS() + 5, r.callS() + 5));
    }
    Calibration fit =
        fit(new MeasuredRequests("m", stalled, 0, clean.skipped()), Optional.of(TRUE));
    // Up to a tenth is added to each time, 5 % in the mean.
    assertThat(fit.terms().a() / TRUE.a()).isBetween(1.0, 1.1);
    assertThat(fit.terms().p1() / TRUE.p1()).isBetween(1.0, 1.12);
    assertThat(fit.errors().stream().filter(e -> e.part() == RunError.Part.KEPT_BACK))
        .hasSize(3)
        .allSatisfy(e -> assertThat(Math.abs(e.mean())).isLessThan(0.03));
  }

  @Test
  void whatTheRequestsDoNotTellIsSaidAndStaysWithTheRoofline() {
    // Answers of one token never decode.
    Calibration fit = fit(measured(200, 1, 1, 0, TRUE), Optional.of(TRUE));
    // By the roofline alone, half: the standard deviation that is assumed of it.
    assertThat(fit.spreads().subList(0, 3)).allSatisfy(s -> assertThat(s).isBetween(0.45, 0.51));
    assertThat(fit.spreads().get(4)).isLessThan(0.1);
    assertThat(fit.terms().a() / TRUE.a()).isBetween(0.99, 1.01);
    assertThat(fit.errors()).noneMatch(e -> e.metric() == Metric.TPOT);
  }

  @Test
  void keepsBackWhatItIsTold() {
    MeasuredRequests measured = measured(10, 1, 100, 0, TRUE);
    Calibration fit = Calibration.of(measured, SERVER, 0.25, Optional.of(IterationTime.of(TRUE)));
    assertThat(fit.fittedTo()).isEqualTo(8);
    assertThat(fit.errors().stream().map(RunError::requests)).containsExactly(8, 8, 8, 2, 2, 2);
  }
}
