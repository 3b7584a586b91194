package situs.contract;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A point in time that a contract names: a day, an instant, or an event of which nobody knows when
 * it happens.
 *
 * @param event empty for a date
 */
public record Moment(Optional<Instant> date, Optional<String> event) {
  static Moment at(Instant date) {
    return new Moment(Optional.of(date), Optional.empty());
  }

  static Moment of(String event) {
    return new Moment(Optional.empty(), Optional.of(event));
  }

  /** The day, the instant or the event. */
  String words() {
    return date.map(Era::day).or(() -> event).orElse("");
  }

  /** When it is; empty: it has not happened. */
  Optional<Instant> on(Map<String, Instant> happened) {
    return date.or(() -> event.map(happened::get));
  }
}
