package situs.calibration;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import situs.model.ModelWorkload.Batching;
import situs.model.ModelWorkload.Scheduler;
import situs.trace.MeasuredRequests;
import situs.trace.Yaml;

/**
 * What was fitted as a file that a scenario imports: the profile, and as comments what it was
 * fitted to and how good it is.
 */
public final class CalibratedBlock {
  private static final double PERCENT = 100;

  /** Standard error of a logarithm that is worth a word. */
  private static final double HARDLY = 0.3;

  /** Times a million tokens still nothing. */
  private static final double NOTHING_S = 1e-15;

  /** Of what the profile is. */
  public record Subject(String model, String accelerator, int parallel, String weights) {}

  private final Subject subject;
  private final MeasuredRequests measured;
  private final Server server;
  private final Calibration fit;
  private final StringBuilder out = new StringBuilder();

  private CalibratedBlock(
      Subject subject, MeasuredRequests measured, Server server, Calibration fit) {
    this.subject = subject;
    this.measured = measured;
    this.server = server;
    this.fit = fit;
  }

  public static String of(
      Subject subject, MeasuredRequests measured, Server server, Calibration fit) {
    return new CalibratedBlock(subject, measured, server, fit).text();
  }

  private String text() {
    line(
        "# Fitted to the first %,d of %,d requests of %s%s.",
        fit.fittedTo(), measured.requests().size(), measured.name(), when(" of "));
    server();
    errors();
    line("catalog:");
    line("  profiles:");
    line("    - model: \"%s\"", quotable(subject.model()));
    line("      accelerator: \"%s\"", quotable(subject.accelerator()));
    line("      parallel: %d", subject.parallel());
    line("      weights: %s", subject.weights());
    terms();
    line("      source: \"%s\"", source());
    line("      status: derived");
    lastDay().ifPresent(day -> line("      date: %s", day));
    return out.toString();
  }

  private void line(String format, Object... values) {
    out.append(text(format, values)).append('\n');
  }

  private void server() {
    Batching b = server.batching();
    line(
        "# Server: scheduler %s, max-sequences %d, token-budget %d%s, KV memory of %,d tokens.",
        b.scheduler() == Scheduler.CHUNKED ? "chunked" : "prefill-first",
        b.maxSequences(),
        b.tokenBudget(),
        b.scheduler() == Scheduler.CHUNKED ? ", chunk " + b.chunk() : "",
        server.kvTokens());
  }

  private void errors() {
    line("#");
    line("#            metric  requests  measured mean     mean      p50      p99  each (median)");
    for (RunError e : fit.errors()) {
      line(
          "# %-10s %-6s  %8d  %11.4f s  %+5.1f %%  %+5.1f %%  %+5.1f %%  %11.1f %%",
          e.part().words(),
          e.metric().word(),
          e.requests(),
          e.meanS(),
          PERCENT * e.mean(),
          PERCENT * e.p50(),
          PERCENT * e.p99(),
          PERCENT * e.each());
    }
  }

  private void terms() {
    List<String> names = List.of("a", "b", "c", "p0", "p1", "p2");
    double[] seconds = Terms.seconds(fit.terms());
    for (int i = 0; i < seconds.length; i++) {
      line(
          "      %s: %s%s",
          names.get(i),
          time(seconds[i]),
          fit.spreads().get(i) > HARDLY ? "  # hardly told by these requests" : "");
    }
  }

  /** In the largest unit that leaves digits before the point. */
  private static String time(double seconds) {
    if (seconds < NOTHING_S) {
      return "0 s";
    }
    if (seconds >= 1e-3) {
      return Yaml.number(1e3 * seconds) + " ms";
    }
    return seconds >= 1e-6
        ? Yaml.number(1e6 * seconds) + " us"
        : Yaml.number(1e9 * seconds) + " ns";
  }

  private String source() {
    int count = measured.requests().size();
    String means =
        fit.errors().stream()
            .filter(e -> e.part() == RunError.Part.KEPT_BACK)
            .map(e -> text("%s %+.1f %%", e.metric().word(), PERCENT * e.mean()))
            .collect(Collectors.joining(", "));
    return text("situs profile fit %s: %d requests%s", quotable(measured.name()), count, when(", "))
        + (means.isEmpty()
            ? ""
            : text("; error of the mean on the last %d, kept back: ", count - fit.fittedTo())
                + means);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String quotable(String name) {
    return name.replace("\\", "/").replace("\"", "'");
  }

  private String when(String before) {
    return measured
        .days()
        .map(d -> d.get(0).equals(d.get(1)) ? d.get(0).toString() : d.get(0) + " to " + d.get(1))
        .map(days -> before + days)
        .orElse("");
  }

  private Optional<LocalDate> lastDay() {
    return measured.days().map(d -> d.get(1));
  }
}
