package situs.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import situs.document.Issues;
import situs.document.MapReader;

/** What is run, and how long: {@code starts}, {@code duration}, {@code warm-up}, {@code seed}, … */
final class RunReader {
  private static final String AUTO = "auto";
  private static final int MOST_REPLICATIONS = 10_000;
  private static final int DEFAULT_REPLICATIONS = 5;
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofDays(366);
  private static final Duration MOST_WARM_UP = Duration.ofDays(31);

  private final Issues issues;

  RunReader(Issues issues) {
    this.issues = issues;
  }

  record RunOf(
      Optional<Instant> starts,
      Optional<Duration> duration,
      Duration warmUp,
      boolean findsWarmUp,
      long seed,
      int replications) {}

  RunOf read(MapReader top) {
    Optional<Instant> starts =
        top.requiredText("starts", "2026-03-18")
            .flatMap(
                t ->
                    top.parsed(
                        "starts",
                        t,
                        "a date such as 2026-03-18 or an instant such as 2026-03-18T09:00:00Z",
                        RunReader::instant));
    Optional<Duration> duration =
        top.required("duration", "24 h", top::duration)
            .filter(d -> within(top, "duration", d, LEAST, MOST));
    boolean findsWarmUp = top.text("warm-up").filter(AUTO::equals).isPresent();
    Optional<Duration> warmUp =
        findsWarmUp
            ? Optional.empty()
            : top.duration("warm-up")
                .filter(d -> within(top, "warm-up", d, Duration.ZERO, MOST_WARM_UP));
    Optional<Long> seed =
        top.text("seed").flatMap(t -> top.parsed("seed", t, "a whole number", Long::valueOf));
    Optional<Integer> replications = top.integer("replications", 1, MOST_REPLICATIONS);
    return new RunOf(
        starts,
        duration,
        warmUp.orElse(Duration.ZERO),
        findsWarmUp,
        seed.orElse(1L),
        replications.orElse(DEFAULT_REPLICATIONS));
  }

  /** A date is the start of that day in UTC. */
  private static Instant instant(String text) {
    return text.contains("T")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private boolean within(MapReader top, String key, Duration value, Duration least, Duration most) {
    boolean ok = value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    if (!ok) {
      issues.add(
          top.at(key),
          "'"
              + key
              + "' must lie between "
              + least.toSeconds()
              + " s and "
              + most.toDays()
              + " d, is '"
              + top.text(key).orElse("")
              + "'");
    }
    return ok;
  }
}
