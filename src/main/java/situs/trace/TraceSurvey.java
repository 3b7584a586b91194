package situs.trace;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * One pass through a trace that finds out what is in it. What is held grows with the number of
 * different lengths, sessions and blocks, and not with that of requests.
 */
public final class TraceSurvey {
  /** Windows of the index of dispersion, seconds. */
  private static final double[] WINDOWS_S = {1, 10, 60, 600, 3600};

  private static final double DAY_NS = 86_400e9;

  private final TraceFile file;
  private final TokenCounts prompts = new TokenCounts();
  private final TokenCounts outputs = new TokenCounts();
  private final Reservoir gaps = new Reservoir();
  private final Correlation lengths = new Correlation();
  private final Correlation neighbours = new Correlation();
  private final PrefixReuse prefixes = new PrefixReuse();
  private final Set<Long> sessions = new LinkedHashSet<>();
  private final List<Dispersion> dispersions =
      DoubleStream.of(WINDOWS_S).mapToObj(Dispersion::new).toList();
  private HourProfile hours = new HourProfile(0);

  private TraceSurvey(TraceFile file) {
    this.file = file;
    pass();
  }

  public static TraceSurvey of(TraceFile file) {
    return new TraceSurvey(file);
  }

  private void pass() {
    try (TraceCursor cursor = file.pass()) {
      double last = 0;
      double lastGap = Double.NaN;
      for (long row = 0; cursor.next(); row++) {
        if (row == 0) {
          hours = new HourProfile(startOf(cursor.timeNs()));
        } else {
          double gap = cursor.offsetS() - last;
          gaps.add(gap);
          if (row > 1) {
            neighbours.add(lastGap, gap);
          }
          lastGap = gap;
        }
        last = cursor.offsetS();
        request(cursor);
      }
    }
  }

  /** Second of the day. */
  private static double startOf(long timeNs) {
    return (timeNs - Math.floor(timeNs / DAY_NS) * DAY_NS) / 1e9;
  }

  private void request(TraceCursor cursor) {
    prompts.add(cursor.promptTokens());
    outputs.add(cursor.outputTokens());
    lengths.add(StrictMath.log(cursor.promptTokens()), StrictMath.log(cursor.outputTokens()));
    dispersions.forEach(d -> d.add(cursor.offsetS()));
    hours.add(cursor.offsetS());
    prefixes.add(cursor);
    if (cursor.session() != 0) {
      sessions.add(cursor.session());
    }
  }

  public TraceFile file() {
    return file;
  }

  /** Fits of the lengths and the gaps, column by column. */
  public List<Fit> fits() {
    return Stream.of(
            Fits.of("prompt", prompts()),
            Fits.of("output", outputs()),
            gaps().map(g -> Fits.of("gap", g)).orElse(List.of()))
        .flatMap(List::stream)
        .toList();
  }

  Values prompts() {
    return prompts.values();
  }

  Values outputs() {
    return outputs.values();
  }

  /** Seconds; empty with a single request. */
  Optional<Values> gaps() {
    return gaps.isEmpty() ? Optional.empty() : Optional.of(gaps.values());
  }

  /** Of the logarithms of prompt and output. */
  Optional<Double> lengthCorrelation() {
    return lengths.value();
  }

  /** Of a gap and the next: 0 in a renewal process. */
  Optional<Double> gapCorrelation() {
    return neighbours.value();
  }

  List<Dispersion> dispersions() {
    return dispersions;
  }

  HourProfile hours() {
    return hours;
  }

  /** Share of prompt tokens that a cache without limits finds; empty where no blocks are named. */
  Optional<Double> idealPrefixHit() {
    return prefixes.named() > 0 ? Optional.of(prefixes.share()) : Optional.empty();
  }

  /** Different sessions; empty where none is named. */
  Optional<Long> sessions() {
    return sessions.isEmpty() ? Optional.empty() : Optional.of((long) sessions.size());
  }

  /** Requests a second over the period. */
  double perSecond() {
    return file.requests() / file.periodS();
  }
}
