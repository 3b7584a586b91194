package situs.contract;

import java.util.Map;
import java.util.Optional;
import situs.contract.Draft.Point;
import situs.contract.Draft.Span;
import situs.contract.Draft.Term;

/**
 * What is in force on a day: what has begun and has not ended and does not rest.
 *
 * @param happened the day of each event that happened
 */
record SlowTime(int day, Map<String, Integer> happened) {

  boolean hasCome(Point point) {
    return point.event().map(this::hasHappened).orElse(day >= point.day());
  }

  boolean hasHappened(String event) {
    return happened.containsKey(event) && day >= happened.get(event);
  }

  boolean isWithin(Span span) {
    return span.from().stream().allMatch(this::hasCome)
        && span.until().stream().noneMatch(this::hasCome);
  }

  boolean isInForce(Draft draft, Term term) {
    boolean inForce = isWithin(term.inForce());
    for (Draft.Amendment amendment : draft.amendments()) {
      // What an amendment brings waits for it; what it changes stays as it is until then.
      inForce &=
          hasCome(amendment.from())
              ? !isStopped(amendment, term.name())
              : amendment.brings().stream().noneMatch(t -> t.name().equals(term.name()));
    }
    return inForce;
  }

  /** Ended, replaced, or resting still. */
  private boolean isStopped(Draft.Amendment amendment, String term) {
    Optional<Point> again = amendment.suspends().getOrDefault(term, Optional.empty());
    return amendment.ends().contains(term)
        || amendment.replaces().containsKey(term)
        || amendment.suspends().containsKey(term) && again.stream().noneMatch(this::hasCome);
  }
}
