package situs.trace;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The {@code demand:} and {@code tokens:} of a workload that is like a trace, ready to paste. */
public final class FittedBlock {
  /** Correlation of prompt and output that is worth a word: drawn apart, they have none. */
  private static final double WORTH_A_WORD = 0.2;

  private final TraceSurvey survey;
  private final StringBuilder out = new StringBuilder();

  private FittedBlock(TraceSurvey survey) {
    this.survey = survey;
  }

  /**
   * @param metro that the demand is given to
   */
  public static String of(TraceSurvey survey, String metro) {
    return new FittedBlock(survey).text(metro);
  }

  private String text(String metro) {
    line(
        "# Fitted to %s: %,d requests in %s s."
            .formatted(
                survey.file().name(),
                survey.file().requests(),
                Yaml.number(survey.file().spanS())));
    line("demand:");
    line("  " + metro + ":  # assumed: a trace does not say where its requests come from");
    boolean hours = survey.hours().whole();
    line("    rate: " + Yaml.number(hours ? meanOfHours() : survey.perSecond()) + "/s");
    if (hours) {
      line("    # The trace's clock is taken for local time: assumed.");
      line("    hourly: " + factors());
    }
    burstiness(hours);
    line("tokens:");
    tokens("prompt", survey.prompts());
    tokens("output", survey.outputs());
    correlation();
    return out.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private double meanOfHours() {
    return IntStream.range(0, HourProfile.HOURS)
        .mapToDouble(h -> survey.hours().perSecond(h).orElseThrow())
        .average()
        .orElseThrow();
  }

  private String factors() {
    double mean = meanOfHours();
    return IntStream.range(0, HourProfile.HOURS)
        .mapToObj(h -> Yaml.number(survey.hours().perSecond(h).orElseThrow() / mean))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private void burstiness(boolean hours) {
    double step = BurstFit.clockStepS(survey);
    if (step > 0) {
      line(
          "    # The trace's clock goes in steps of "
              + Yaml.number(step)
              + " s: bursts within one are not known.");
    }
    new BurstFit(survey, hours)
        .fit()
        .ifPresentOrElse(
            b -> line("    burstiness: " + Yaml.burstiness(b)),
            () -> line("    # Too short to say how bursty it is: Poisson, assumed."));
  }

  private void tokens(String column, Values values) {
    Fit fit = Fits.chosen(column, values);
    line(
        "  %s: %s  # %s, off by %s %% at most"
            .formatted(
                column,
                Yaml.distribution(fit.distribution(), ""),
                fit.kind(),
                Yaml.number(Math.round(1000 * fit.ksStatistic()) / 10.0)));
  }

  private void correlation() {
    Optional<Double> correlation = survey.lengthCorrelation();
    if (correlation.isPresent() && Math.abs(correlation.get()) >= WORTH_A_WORD) {
      line(
          "# Logarithms of prompt and output correlate by %s in the trace; drawn apart, they do not."
              .formatted(Yaml.number(Math.round(100 * correlation.get()) / 100.0)));
    }
  }
}
