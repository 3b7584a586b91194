package situs.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import situs.document.Names;

/** Days and instants as they are written, and the time zones of the IANA database in them. */
final class Zones {
  /** {@code 2026-02-27 America/Los_Angeles}. */
  private static final Pattern DAY = Pattern.compile("(\\S+) +(\\S+)");

  /**
   * {@code 2026-02-27T09:00[America/Los_Angeles]}, with an offset before the bracket or without.
   */
  private static final Pattern INSTANT =
      Pattern.compile("([^\\[]+?)([+-]\\d\\d:\\d\\d)?\\[([^]]+)]");

  private Zones() {}

  /** Names of all zones. */
  static List<String> names() {
    return ZoneId.getAvailableZoneIds().stream().sorted().toList();
  }

  /** The zone of that name; UTC is the offset of nothing. */
  static Optional<ZoneId> named(String name) {
    if (name.equals("UTC")) {
      return Optional.of(ZoneOffset.UTC);
    }
    return Optional.of(name).filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
  }

  /**
   * The instant that a text names; a day is its first instant. Throws {@link DateTimeException}
   * where it names none, or two.
   *
   * @param zone of a day that names none
   */
  static Instant instant(String text, ZoneId zone) {
    Matcher zoned = INSTANT.matcher(text);
    if (zoned.matches()) {
      return local(zoned.group(1), Optional.ofNullable(zoned.group(2)), known(zoned.group(3)));
    }
    Matcher day = DAY.matcher(text);
    if (day.matches()) {
      return LocalDate.parse(day.group(1)).atStartOfDay(known(day.group(2))).toInstant();
    }
    return text.contains("T")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDate.parse(text).atStartOfDay(zone).toInstant();
  }

  /** Where clocks are put forward a time of day is missing, where they are put back it is twice. */
  private static Instant local(String text, Optional<String> offset, ZoneId zone) {
    LocalDateTime time = LocalDateTime.parse(text);
    List<ZoneOffset> possible = zone.getRules().getValidOffsets(time);
    List<ZoneOffset> meant =
        possible.stream()
            .filter(o -> offset.map(ZoneOffset::of).map(o::equals).orElse(true))
            .toList();
    if (meant.size() > 1) {
      throw new DateTimeException(
          "it is twice in %s: write %s%s[%s] or %s%s[%s]"
              .formatted(zone, text, meant.get(0), zone, text, meant.get(1), zone));
    }
    if (meant.isEmpty()) {
      throw new DateTimeException(
          possible.isEmpty()
              ? "there is no such time in %s, where clocks are put forward".formatted(zone)
              : "then the offset of %s is %s".formatted(zone, possible.get(0)));
    }
    return time.toInstant(meant.get(0));
  }

  private static ZoneId known(String name) {
    return named(name)
        .orElseThrow(
            () ->
                new DateTimeException(
                    "there is no time zone '%s'%s".formatted(name, Names.hint(name, names()))));
  }
}
