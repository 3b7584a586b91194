package situs.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import situs.model.Scenario;
import situs.model.Span;

/**
 * How long something lasted, mean over the replications.
 *
 * @param lengthS of all its episodes, seconds
 * @param episodes how many
 * @param within from the first time in any replication to the last
 */
record Lasting(double lengthS, double episodes, Span within) {
  static final Lasting NEVER = new Lasting(0, 0, new Span(0, 0));

  private static final double MINUTE_S = 60;

  /** Of {@code 01:00}. */
  private static final int TIME_LENGTH = 5;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  /**
   * Of all that share it.
   *
   * @param lasting by subject, then by replication
   */
  static Lasting of(List<List<List<Span>>> lasting) {
    int runs = lasting.stream().mapToInt(List::size).max().orElse(0);
    List<Span> all =
        IntStream.range(0, runs)
            .mapToObj(run -> lasting.stream().flatMap(of -> of.get(run).stream()).toList())
            .flatMap(spans -> Span.together(spans).stream())
            .toList();
    if (all.isEmpty()) {
      return NEVER;
    }
    return new Lasting(
        all.stream().mapToDouble(Span::lengthS).sum() / runs,
        (double) all.size() / runs,
        new Span(
            all.stream().mapToDouble(Span::fromS).min().orElseThrow(),
            all.stream().mapToDouble(Span::untilS).max().orElseThrow()));
  }

  /** Whether it lasted all the time: what is seen now and then is not seen at once. */
  boolean isWhole(Scenario scenario) {
    double unseenS = Math.min(Span.TOGETHER_S, scenario.durationS() / 100);
    return lengthS >= scenario.durationS() - 2 * unseenS;
  }

  /** {@code 40 min in 2 episodes, 01:00 to 09:20}. */
  String words(Scenario scenario) {
    if (within.lengthS() < MINUTE_S && episodes <= 1) {
      return "at " + time(scenario, within.fromS());
    }
    String many = episodes == 1 ? "" : " in " + number(episodes) + " episodes";
    String from = time(scenario, within.fromS());
    String until = time(scenario, within.untilS());
    // Of the same day, the time alone.
    String day = from.substring(0, from.length() - TIME_LENGTH);
    String end = until.startsWith(day) ? until.substring(day.length()) : until;
    return length() + many + ", " + from + " to " + end;
  }

  private static String number(double mean) {
    return Readable.decimals(mean, mean == Math.rint(mean) ? 0 : 1);
  }

  private String length() {
    if (lengthS < MINUTE_S) {
      return Math.round(lengthS) + " s";
    }
    long minutes = Math.round(lengthS / MINUTE_S);
    String rest = minutes % 60 == 0 ? "" : minutes % 60 + " min";
    return (minutes < 60 ? rest : minutes / 60 + " h " + rest).strip();
  }

  /** UTC; without the date in a run within one day. */
  private static String time(Scenario scenario, double atS) {
    Instant at = scenario.starts().plusSeconds(60 * Math.round(atS / MINUTE_S));
    Instant midnight =
        scenario
            .starts()
            .atOffset(ZoneOffset.UTC)
            .toLocalDate()
            .plusDays(1)
            .atStartOfDay()
            .toInstant(ZoneOffset.UTC);
    if (scenario.starts().plus(scenario.duration()).isAfter(midnight)) {
      return DATE.format(at.atOffset(ZoneOffset.UTC));
    }
    return at.equals(midnight) ? "24:00" : TIME.format(at.atOffset(ZoneOffset.UTC));
  }
}
