package situs.placement;

import java.util.Optional;
import java.util.function.Predicate;
import situs.optimise.Effort;
import situs.placement.Optima.Optimum;

/**
 * What a placement must do before clauses count as kept by it: the one question of prices, waivers
 * and conflicts. What was bought is demand within its objectives; a placement that keeps a clause
 * by being late is no price of it. Only where nothing meets the objectives anyway are they left
 * out.
 */
public enum Asked {
  OBJECTIVES("carries all demand within the objectives") {
    @Override
    Sought<Optimum> sought(Optima optima, Predicate<ClauseReading> binding, Effort effort) {
      return optima.soughtInTime(binding, new Goal.Cost(), effort);
    }

    @Override
    boolean possible(Optima optima, Predicate<ClauseReading> binding) {
      return optima.possibleInTime(binding);
    }
  },
  DEMAND("carries all demand; the objectives cannot be met even without clauses") {
    @Override
    Sought<Optimum> sought(Optima optima, Predicate<ClauseReading> binding, Effort effort) {
      return optima.sought(binding, new Goal.Cost(), effort);
    }

    @Override
    boolean possible(Optima optima, Predicate<ClauseReading> binding) {
      return optima.possible(binding);
    }
  };

  private final String words;

  Asked(String words) {
    this.words = words;
  }

  /** {@code carries all demand …}. */
  public String words() {
    return words;
  }

  /** Of a scenario. */
  public static Asked of(Optima optima) {
    return optima.possibleInTime(clause -> false) ? OBJECTIVES : DEMAND;
  }

  /** Of one whose best placement without clauses is known. */
  static Asked of(Optional<Optimum> without) {
    return without.map(Optimum::inTime).orElse(false) ? OBJECTIVES : DEMAND;
  }

  /** The best placement that does it under the clauses that bind. */
  abstract Sought<Optimum> sought(Optima optima, Predicate<ClauseReading> binding, Effort effort);

  /**
   * The same; empty when there is none.
   *
   * @throws UndecidedException when the effort is not enough to tell
   */
  Optional<Optimum> best(Optima optima, Predicate<ClauseReading> binding, Effort effort) {
    return sought(optima, binding, effort).decided();
  }

  /** Whether there is any. */
  abstract boolean possible(Optima optima, Predicate<ClauseReading> binding);
}
