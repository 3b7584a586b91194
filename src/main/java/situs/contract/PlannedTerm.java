package situs.contract;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.contract.InForce.Span;

/**
 * How long a clause was meant to be in force. An event or an amendment that ends it earlier leaves
 * its term as it was meant: what is due for all of it is due in part. The time in which it rests,
 * where an end of that is known, is none of it.
 */
final class PlannedTerm {
  private PlannedTerm() {}

  /** Empty where it has no beginning, or an end is neither dated nor known. */
  static Optional<BigDecimal> seconds(Clause clause, Map<String, Instant> happened) {
    Dates dates = clause.dates();
    List<Dates.Rest> rests =
        dates.suspended().stream()
            .filter(rest -> rest.until().flatMap(end -> end.on(happened)).isPresent())
            .toList();
    return end(dates, happened)
        .map(end -> new Dates(dates.from(), List.of(Moment.at(end)), rests).given(happened))
        .filter(term -> term.spans().stream().allMatch(span -> span.from().isPresent()))
        .map(
            term ->
                term.spans().stream()
                    .map(PlannedTerm::length)
                    .reduce(BigDecimal.ZERO, BigDecimal::add))
        .filter(length -> length.signum() > 0);
  }

  /** The last of the dates, as amendments bring earlier ones; else when an event ended it. */
  private static Optional<Instant> end(Dates dates, Map<String, Instant> happened) {
    return dates.until().stream()
        .flatMap(end -> end.date().stream())
        .max(Comparator.naturalOrder())
        .or(() -> dates.given(happened).spans().stream().reduce((a, b) -> b).flatMap(Span::until));
  }

  private static BigDecimal length(Span span) {
    Duration length = Duration.between(span.from().orElseThrow(), span.until().orElseThrow());
    return new BigDecimal(length.getSeconds());
  }
}
