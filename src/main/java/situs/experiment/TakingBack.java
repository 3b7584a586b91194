package situs.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import situs.experiment.Tightening.End;
import situs.placement.Caution;
import situs.placement.Promise;
import situs.placement.Sought;

/**
 * Takes care back from both sides: the cheapest plan that is not refuted is simulated, and half of
 * the care that the best plan so far has more than one that missed is taken back. The first raises
 * what the cheapest that holds may cost at least, the second lowers what it costs at most. Lives
 * within one search.
 */
final class TakingBack {
  /** Of the care, in all: two plans a thousandth of it apart are one. */
  private static final int MOST_HALVINGS = 10;

  private static final double SAME = 1e-9;

  private static final String CHEAPEST = "the best that is left";
  private static final String HALF = "half of the care taken back";

  private final Function<Caution, Sought<Promise>> plan;
  private final Trail trail;
  private double bound;
  private Optional<Caution> less = Optional.empty();
  private int halvings;

  /**
   * @param trail of a {@link Tightener} that came to its end, of one round at least
   */
  TakingBack(Function<Caution, Sought<Promise>> plan, Trail trail) {
    this.plan = plan;
    this.trail = trail;
    this.bound = trail.first().promise().reached().bound();
    if (trail.rounds().size() > 1) {
      this.less = Optional.of(trail.rounds().get(trail.rounds().size() - 2).caution());
    }
  }

  Tightening run() {
    Optional<End> end = trail.first().isMissed() ? end() : Optional.of(End.PROVEN);
    while (end.isEmpty()) {
      end = end();
    }
    double known = trail.best().map(b -> Math.min(b.value(), trail.bound(bound))).orElse(bound);
    return new Tightening(trail.rounds(), trail.best(), known, end.get());
  }

  /** Tries the best plan that is left, and one with half of the care; how it ended, if it did. */
  private Optional<End> end() {
    if (trail.best().isEmpty() && !trail.first().promise().inTime()) {
      return Optional.of(End.LATE);
    }
    Caution caution = trail.informed(Caution.EMPTIER);
    Sought<Promise> sought = plan.apply(caution);
    if (sought instanceof Sought.Undecided) {
      return Optional.of(End.LIMITS);
    }
    Optional<Promise> next = sought.found().filter(this::isInTime);
    if (next.isEmpty()) {
      return exhausted();
    }
    bound = next.get().reached().bound();
    if (!isBetter(next.get())) {
      return Optional.of(End.PROVEN);
    }
    Optional<Round> again = trail.of(next.get());
    if (again.isPresent()) {
      return trail.refute(again.get()) ? Optional.empty() : Optional.of(End.LIMITS);
    }
    if (trail.isUsedUp()) {
      return Optional.of(End.ROUNDS);
    }
    if (!trail.add(caution, next.get(), List.of(CHEAPEST)).isMissed()) {
      return Optional.of(End.PROVEN);
    }
    halve();
    return Optional.empty();
  }

  private Optional<End> exhausted() {
    bound = trail.best().map(Round::value).orElse(bound);
    return Optional.of(trail.best().isPresent() ? End.PROVEN : End.NONE);
  }

  /** Where the first plan is in time, one that is not is no answer. */
  private boolean isInTime(Promise promise) {
    return promise.inTime() || !trail.first().promise().inTime();
  }

  private boolean isBetter(Promise promise) {
    return trail
        .best()
        .map(b -> promise.reached().value() < b.value() - SAME * Math.abs(b.value()))
        .orElse(true);
  }

  /** Of the care that the best plan has more than it needs. */
  private void halve() {
    Optional<Round> best = trail.best();
    Optional<Caution> more = best.map(Round::caution);
    while (best.isPresent() && less.isPresent() && halvings < MOST_HALVINGS && !trail.isUsedUp()) {
      halvings++;
      Caution half = more.get().towards(less.get());
      Optional<Promise> promise = plan.apply(trail.informed(half)).found().filter(this::isInTime);
      if (promise.isPresent() && !isBetter(promise.get())) {
        more = Optional.of(half);
      } else if (promise.isEmpty() || trail.of(promise.get()).isPresent()) {
        less = Optional.of(half);
      } else {
        if (trail.add(half, promise.get(), List.of(HALF)).isMissed()) {
          less = Optional.of(half);
        }
        return;
      }
    }
  }
}
