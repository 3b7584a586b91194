package situs.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.document.Issues;
import situs.document.Mark;

/**
 * When something is in force, as written.
 *
 * @param from first instant, the last of several; none: since ever
 * @param until first instant at which it is no more, the first of several; empty: open
 * @param suspended stretches in between in which it rests
 */
public record Dates(List<Moment> from, List<Moment> until, List<Rest> suspended) {
  static final Dates ALWAYS = new Dates(List.of(), List.of(), List.of());

  /** A stretch in which a clause rests. */
  public record Rest(Moment from, Optional<Moment> until) {}

  public Dates {
    from = List.copyOf(from);
    until = List.copyOf(until);
    suspended = List.copyOf(suspended);
  }

  /** A day, which begins at midnight UTC or in the zone that it names, or an instant. */
  public static Optional<Instant> instant(String text, Mark at, String what, Issues issues) {
    return DatesReader.instant(text, at, what, issues);
  }

  /** The same, not before another moment. */
  Dates beginningAt(Moment moment) {
    List<Moment> begins = new ArrayList<>(from);
    begins.add(moment);
    return new Dates(begins, until, suspended);
  }

  /** The same, ended at another moment at the latest. */
  Dates endedAt(Moment moment) {
    List<Moment> ends = new ArrayList<>(until);
    ends.add(moment);
    return new Dates(from, ends, suspended);
  }

  /** The same, suspended for a stretch. */
  Dates suspendedFor(Rest rest) {
    List<Rest> rests = new ArrayList<>(suspended);
    rests.add(rest);
    return new Dates(from, until, rests);
  }

  /** When it is in force, given when what happened. What waits for an event waits. */
  InForce given(Map<String, Instant> happened) {
    List<Instant> begun = on(from, happened);
    if (begun.size() < from.size()) {
      return InForce.NEVER;
    }
    Optional<Instant> start = begun.stream().max(Comparator.naturalOrder());
    Optional<Instant> end = on(until, happened).stream().min(Comparator.naturalOrder());
    List<InForce.Span> spans = InForce.spans(start, end);
    for (Rest rest : suspended) {
      Optional<Instant> rests = rest.from().on(happened);
      if (rests.isPresent()) {
        Optional<Instant> again = rest.until().flatMap(moment -> moment.on(happened));
        spans = spans.stream().flatMap(s -> s.without(rests.get(), again).stream()).toList();
      }
    }
    return new InForce(spans);
  }

  private static List<Instant> on(List<Moment> moments, Map<String, Instant> happened) {
    return moments.stream().flatMap(moment -> moment.on(happened).stream()).toList();
  }
}
