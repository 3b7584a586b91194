package situs.contract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The periods by which a clause counts, by the calendar and the clocks of a place: where these are
 * put forward, the day has 23 hours.
 */
public record Cycle(Unit unit, ZoneId zone) {

  /** How long a period is. */
  enum Unit {
    HOUR(3600),
    DAY(86_400),
    /** A twelfth of 365.25 days where it must be prorated. */
    MONTH(2_629_800),
    /** 365.25 days where it must be prorated. */
    YEAR(31_557_600);

    private final long seconds;

    Unit(long seconds) {
      this.seconds = seconds;
    }

    /** The word used in files. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The word used in files for how long a period is. */
  public String word() {
    return unit.word();
  }

  /** {@code , each day of Europe/Paris} behind what is counted by a cycle; nothing without. */
  static String words(Optional<Cycle> per) {
    return per.map(cycle -> ", each " + cycle.unit().word() + cycle.ofZone()).orElse("");
  }

  private String ofZone() {
    return zone.equals(ZoneOffset.UTC) ? "" : " of " + zone;
  }

  /** Its mean length. */
  BigDecimal seconds() {
    return BigDecimal.valueOf(unit.seconds);
  }

  /** The instants within a stretch, its ends excluded, at which a new period begins. */
  public List<Instant> cuts(Instant from, Instant until) {
    List<Instant> cuts = new ArrayList<>();
    for (Instant next = next(from); next.isBefore(until); next = next(next)) {
      cuts.add(next);
    }
    return cuts;
  }

  /**
   * The share of the period that a stretch within it is: of the month or year that it lies in, as
   * long as that one is.
   */
  BigDecimal share(Instant from, Instant until) {
    return BigDecimal.valueOf(Duration.between(from, until).toNanos())
        .divide(
            BigDecimal.valueOf(Duration.between(begin(from), next(from)).toNanos()),
            MathContext.DECIMAL64);
  }

  /** When the period of an instant began. */
  private Instant begin(Instant instant) {
    LocalDate day = instant.atZone(zone).toLocalDate();
    return switch (unit) {
      case HOUR -> instant.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
      case DAY -> midnight(day);
      case MONTH -> midnight(day.withDayOfMonth(1));
      case YEAR -> midnight(day.withDayOfYear(1));
    };
  }

  /** When the period after that of an instant begins. */
  private Instant next(Instant instant) {
    LocalDate day = instant.atZone(zone).toLocalDate();
    return switch (unit) {
      case HOUR -> instant.atZone(zone).truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
      case DAY -> midnight(day.plusDays(1));
      case MONTH -> midnight(day.withDayOfMonth(1).plusMonths(1));
      case YEAR -> midnight(day.withDayOfYear(1).plusYears(1));
    };
  }

  private Instant midnight(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
