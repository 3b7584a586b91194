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
  private final Map<Set<String>, Optional<Kept>> known = new LinkedHashMap<>();
  private final List<Set<String>> impossible = new ArrayList<>();
  private final Optional<Kept> without;
  private final Asked asked;

  /**
   * @param readings those under which clauses must be kept
   */
  ClauseGame(Optima optima, Predicate<String> readings, Effort effort) {
    this.optima = optima;
    this.readings = readings;
    this.effort = effort;
    Optional<Optimum> free = optima.best(clause -> false, new Goal.Cost(), effort);
    this.asked = Asked.of(free);
    this.without = free.map(optimum -> new Kept(Set.of(), optimum));
    known.put(Set.of(), without);
  }

  /** The best without any clause. */
  Optional<Kept> without() {
    return without;
  }

  /** What every placement must do. */
  Asked asked() {
    return asked;
  }

  /** The best that keeps these clauses; empty when there is none. */
  Optional<Kept> under(Set<String> clauses) {
    Optional<Kept> found = known.get(clauses);
    if (found == null) {
      found = found(new TreeSet<>(clauses));
      known.put(Set.copyOf(clauses), found);
    }
    return found;
  }

  /** What the best possible may lie below any optimum found so far, dollars a day. */
  double slackUsdPerDay() {
    return known.values().stream()
        .flatMap(Optional::stream)
        .mapToDouble(kept -> kept.optimum().slackUsdPerDay())
        .max()
        .orElse(0);
  }

  private Optional<Kept> found(Set<String> clauses) {
    if (impossible.stream().anyMatch(clauses::containsAll)) {
      return Optional.empty();
    }
    for (Map.Entry<Set<String>, Optional<Kept>> entry : known.entrySet()) {
      if (entry.getValue().isPresent()
          && clauses.containsAll(entry.getKey())
          && keeps(entry.getValue().get().optimum(), clauses)) {
        return entry.getValue();
      }
    }
    Optional<Optimum> best =
        asked.best(optima, c -> readings.test(c.reading()) && clauses.contains(c.clause()), effort);
    if (best.isEmpty()) {
      impossible.add(clauses);
    }
    return best.map(optimum -> new Kept(clauses, optimum));
  }

  private boolean keeps(Optimum optimum, Set<String> clauses) {
    return optimum.objections().stream()
        .noneMatch(c -> readings.test(c.reading()) && clauses.contains(c.clause()));
  }
}
