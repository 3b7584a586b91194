package situs.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import situs.document.Issues;
import situs.document.MapReader;
import situs.document.Mark;
import situs.document.Names;
import situs.document.Node;

/** Reads when something is in force: days, instants with their zone, and events. */
final class DatesReader {
  private static final String WANTED =
      "a date such as 2026-02-27 or 2026-02-27 America/Los_Angeles, or an instant with its zone such"
          + " as 2026-02-27T09:00:00Z, 2026-02-27T09:00:00-08:00 or"
          + " 2026-02-27T09:00[America/Los_Angeles]";

  private final Collection<String> events;
  private final ZoneId zone;
  private final Issues issues;

  /**
   * @param events that the contract names
   * @param zone of a day that names none
   */
  DatesReader(Collection<String> events, ZoneId zone, Issues issues) {
    this.events = events;
    this.zone = zone;
    this.issues = issues;
  }

  /**
   * The {@code in-force:} of a clause, which is in force no earlier than what brings it.
   *
   * @param amended when the amendment that brings it takes effect; empty: none does
   */
  Dates read(MapReader keys, Optional<Moment> amended) {
    Dates own = read(keys);
    if (amended.isEmpty()) {
      return own;
    }
    Optional<Instant> day = amended.get().date();
    keys.mapping("in-force").ifPresent(dates -> day.ifPresent(d -> check(dates, own, d)));
    return own.beginningAt(amended.get());
  }

  private void check(MapReader dates, Dates own, Instant amended) {
    if (dated(own.from()).anyMatch(amended::isAfter)) {
      issues.add(
          dates.at("from"),
          ("'from' (%s) is before the amendment takes effect (%s), and an amendment changes nothing"
                  + " before its day; leave 'from' out, write that day or a later one, or write the"
                  + " clause under an earlier amendment, or among the contract's own")
              .formatted(dates.text("from").orElse(""), Era.day(amended)));
    }
    if (dated(own.until()).anyMatch(end -> !end.isAfter(amended))) {
      issues.add(
          dates.at("until"),
          "'until' must be after the day on which the amendment takes effect (%s)"
              .formatted(Era.day(amended)));
    }
  }

  private static Stream<Instant> dated(List<Moment> moments) {
    return moments.stream().flatMap(moment -> moment.date().stream());
  }

  /** The {@code in-force:} of a mapping; always without one. */
  Dates read(MapReader keys) {
    Optional<MapReader> mapping = keys.mapping("in-force");
    if (mapping.isEmpty()) {
      return Dates.ALWAYS;
    }
    MapReader dates = mapping.get();
    Optional<Moment> from = moment(dates, "from");
    List<Moment> until = moments(dates, "until");
    dates.done();
    Optional<Instant> start = from.flatMap(Moment::date);
    boolean backwards =
        start.isPresent()
            && until.stream()
                .flatMap(u -> u.date().stream())
                .anyMatch(end -> !end.isAfter(start.get()));
    if (backwards) {
      issues.add(
          dates.at("until"),
          "'until' must be after 'from' (" + dates.text("from").orElse("") + ")");
      return Dates.ALWAYS;
    }
    return new Dates(from.stream().toList(), until, List.of());
  }

  /** The date or event under a key. */
  Optional<Moment> moment(MapReader keys, String key) {
    return keys.text(key).flatMap(text -> moment(text, keys.at(key), "'" + key + "'"));
  }

  /** One or several, the first of which counts. */
  private List<Moment> moments(MapReader keys, String key) {
    Optional<Node> node = keys.node(key);
    List<Node> items =
        node.map(n -> n instanceof Node.Sequence list ? list.items() : List.of(n))
            .orElse(List.of());
    List<Moment> moments = new ArrayList<>();
    for (Node item : items) {
      keys.text(item, "'" + key + "'")
          .flatMap(text -> moment(text, item.at(), "'" + key + "'"))
          .ifPresent(moments::add);
    }
    return moments;
  }

  private Optional<Moment> moment(String text, Mark at, String what) {
    if (events.contains(text)) {
      return Optional.of(Moment.of(text));
    }
    if (!text.isEmpty() && Character.isLetter(text.charAt(0))) {
      issues.add(
          at,
          what
              + " must be "
              + WANTED
              + ", or an event of this contract, is '"
              + text
              + "'"
              + Names.hint(text, events));
      return Optional.empty();
    }
    return instant(text, zone, at, what, issues).map(Moment::at);
  }

  /** A day begins at midnight UTC, unless it names its zone. */
  static Optional<Instant> instant(String text, Mark at, String what, Issues issues) {
    return instant(text, ZoneOffset.UTC, at, what, issues);
  }

  private static Optional<Instant> instant(
      String text, ZoneId zone, Mark at, String what, Issues issues) {
    try {
      return Optional.of(Zones.instant(text, zone));
    } catch (DateTimeParseException e) {
      issues.add(at, what + " must be " + WANTED + ", is '" + text + "'");
    } catch (DateTimeException e) {
      issues.add(at, what + " is '" + text + "', but " + e.getMessage());
    }
    return Optional.empty();
  }
}
