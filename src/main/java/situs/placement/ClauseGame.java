package situs.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import situs.optimise.Effort;
import situs.placement.Optima.Optimum;

/**
 * The least cost under any set of clauses. Few sets need a search: an optimum under some clauses to
 * which none of the others objects is the optimum under all of them, and what some clauses leave no
 * placement for, more do not.
 */
final class ClauseGame {
  private final Optima optima;
  private final Predicate<String> readings;
  private final Effort effort;
  private final Map<Set<String>, Optional<Optimum>> known = new LinkedHashMap<>();
  private final List<Set<String>> impossible = new ArrayList<>();
  private final Optional<Optimum> without;

  /**
   * @param readings those under which clauses must be kept
   */
  ClauseGame(Optima optima, Predicate<String> readings, Effort effort) {
    this.optima = optima;
    this.readings = readings;
    this.effort = effort;
    this.without = optima.best(clause -> false, new Goal.Cost(), effort);
    known.put(Set.of(), without);
  }

  /** The best without any clause. */
  Optional<Optimum> without() {
    return without;
  }

  /**
   * The best that keeps these clauses, and the objectives where without clauses they are kept.
   * Empty when there is none.
   */
  Optional<Optimum> under(Set<String> clauses) {
    Optional<Optimum> found = known.get(clauses);
    if (found == null) {
      found = found(new TreeSet<>(clauses));
      known.put(Set.copyOf(clauses), found);
    }
    return found;
  }

  private Optional<Optimum> found(Set<String> clauses) {
    if (impossible.stream().anyMatch(clauses::containsAll)) {
      return Optional.empty();
    }
    for (Map.Entry<Set<String>, Optional<Optimum>> entry : known.entrySet()) {
      if (entry.getValue().isPresent()
          && clauses.containsAll(entry.getKey())
          && keeps(entry.getValue().get(), clauses)) {
        return entry.getValue();
      }
    }
    Predicate<ClauseReading> binding =
        c -> readings.test(c.reading()) && clauses.contains(c.clause());
    Optional<Optimum> best =
        without.map(Optimum::inTime).orElse(false)
            ? optima.bestInTime(binding, new Goal.Cost(), effort)
            : optima.best(binding, new Goal.Cost(), effort);
    if (best.isEmpty()) {
      impossible.add(clauses);
    }
    return best;
  }

  private boolean keeps(Optimum optimum, Set<String> clauses) {
    return optimum.objections().stream()
        .noneMatch(c -> readings.test(c.reading()) && clauses.contains(c.clause()));
  }
}
