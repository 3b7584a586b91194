package situs.contract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The periods by which a clause counts, in UTC. */
public enum Cycle {
  HOUR(3600),
  DAY(86_400),
  /** A twelfth of 365.25 days where it must be prorated. */
  MONTH(2_629_800),
  /** 365.25 days where it must be prorated. */
  YEAR(31_557_600);

  private final long seconds;

  Cycle(long seconds) {
    this.seconds = seconds;
  }

  /** The word used in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@code , each hour} behind what is counted by a cycle; nothing without. */
  static String words(Optional<Cycle> per) {
    return per.map(cycle -> ", each " + cycle.word()).orElse("");
  }

  /** Its mean length. */
  BigDecimal seconds() {
    return BigDecimal.valueOf(seconds);
  }

  /** The instants within a stretch, its ends excluded, at which a new period begins. */
  public List<Instant> cuts(Instant from, Instant until) {
    List<Instant> cuts = new ArrayList<>();
    ZonedDateTime next = plusOne(begin(from.atZone(ZoneOffset.UTC)));
    while (next.toInstant().isBefore(until)) {
      cuts.add(next.toInstant());
      next = plusOne(next);
    }
    return cuts;
  }

  /**
   * The share of the period that a stretch within it is: of the month or year that it lies in, as
   * long as that one is.
   */
  BigDecimal share(Instant from, Instant until) {
    ZonedDateTime begin = begin(from.atZone(ZoneOffset.UTC));
    return BigDecimal.valueOf(Duration.between(from, until).toNanos())
        .divide(
            BigDecimal.valueOf(Duration.between(begin, plusOne(begin)).toNanos()),
            MathContext.DECIMAL64);
  }

  private ZonedDateTime begin(ZonedDateTime time) {
    LocalDate day = time.toLocalDate();
    return switch (this) {
      case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
      case DAY -> day.atStartOfDay(ZoneOffset.UTC);
      case MONTH -> day.withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC);
      case YEAR -> day.withDayOfYear(1).atStartOfDay(ZoneOffset.UTC);
    };
  }

  private ZonedDateTime plusOne(ZonedDateTime time) {
    return switch (this) {
      case HOUR -> time.plusHours(1);
      case DAY -> time.plusDays(1);
      case MONTH -> time.plusMonths(1);
      case YEAR -> time.plusYears(1);
    };
  }
}
