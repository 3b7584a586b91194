package situs.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that was found out of a trace.
 *
 * @param value empty where the trace does not say
 * @param unit empty for pure numbers
 */
public record TraceFact(String measure, Optional<Double> value, String unit, String meaning) {
  private static final double[] PERCENTILES = {0, 50, 90, 95, 99, 99.9, 100};

  /** All that a survey found. */
  public static List<TraceFact> of(TraceSurvey survey) {
    List<TraceFact> facts = new ArrayList<>();
    TraceFile file = survey.file();
    facts.add(fact("requests", file.requests(), "", "Rows that were read."));
    facts.add(fact("skipped_rows", file.skipped().rows(), "", "Rows left out."));
    facts.add(fact("span", file.spanS(), "s", "From the first request to the last."));
    facts.add(fact("rate", survey.perSecond(), "1/s", "Mean."));
    addAll(facts, "prompt", Optional.of(survey.prompts()), "tokens");
    addAll(facts, "output", Optional.of(survey.outputs()), "tokens");
    addAll(facts, "gap", survey.gaps(), "s");
    facts.add(
        new TraceFact(
            "correlation_prompt_output",
            survey.lengthCorrelation(),
            "",
            "Of the logarithms of the two lengths."));
    facts.add(
        new TraceFact("correlation_gaps", survey.gapCorrelation(), "", "Of a gap and the next."));
    for (Dispersion d : survey.dispersions()) {
      facts.add(
          new TraceFact(
              "dispersion_" + Yaml.number(d.windowS()) + "s",
              d.index(),
              "",
              "Variance over mean of the counts in such windows."));
    }
    for (int hour = 0; hour < HourProfile.HOURS; hour++) {
      facts.add(
          new TraceFact(
              "rate_hour_%02d".formatted(hour),
              survey.hours().perSecond(hour),
              "1/s",
              "Mean in that hour of the trace's clock."));
    }
    facts.add(
        new TraceFact(
            "sessions", survey.sessions().map(Long::doubleValue), "", "Different sessions."));
    facts.add(
        new TraceFact(
            "ideal_prefix_hit",
            survey.idealPrefixHit(),
            "",
            "Prompt tokens that a cache without limits would find."));
    return facts;
  }

  private static TraceFact fact(String measure, double value, String unit, String meaning) {
    return new TraceFact(measure, Optional.of(value), unit, meaning);
  }

  private static void addAll(
      List<TraceFact> facts, String column, Optional<Values> values, String unit) {
    facts.add(new TraceFact(column + "_mean", values.map(Values::mean), unit, "Mean."));
    facts.add(
        new TraceFact(column + "_cv", values.map(Values::cv), "", "Standard deviation over mean."));
    for (double percent : PERCENTILES) {
      facts.add(
          new TraceFact(
              column + "_p" + Yaml.number(percent),
              values.map(v -> v.quantile(percent / 100)),
              unit,
              "Percentile."));
    }
  }
}
