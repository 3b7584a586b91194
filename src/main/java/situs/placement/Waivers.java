package situs.placement;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import situs.optimise.Effort;

/**
 * What can be given up so that the rest can be kept, and what each choice leaves to pay.
 *
 * @param priced the smallest minimal waivers, small ones first, of one size the cheapest first
 * @param found how many minimal waivers there are, priced or not
 * @param complete whether there are no more than were found
 */
public record Waivers(List<Waiver> priced, int found, boolean complete) {
  /** As many are priced: each is a search of its own. */
  private static final int MOST = 20;

  private static final Comparator<Waiver> CHEAP_FIRST =
      Comparator.comparingDouble(
          w -> w.premium().map(Difference::usdPerDay).orElse(Double.POSITIVE_INFINITY));
  private static final Comparator<Waiver> SMALL_FIRST =
      Comparator.comparingInt(w -> w.clauses().size());

  static final Waivers NONE = new Waivers(List.of(), 0, true);

  public Waivers {
    priced = priced.stream().sorted(SMALL_FIRST.thenComparing(CHEAP_FIRST)).toList();
  }

  /**
   * Of conflicts found in a scenario.
   *
   * @param readings those under which clauses must be kept
   * @param effort of each search: differences are known to its gap
   */
  public static Waivers of(
      Optima optima, Conflicts conflicts, Predicate<String> readings, Effort effort) {
    return conflicts.waivers().isEmpty()
        ? NONE
        : of(conflicts, optima.objecting(readings), new ClauseGame(optima, readings, effort));
  }

  static Waivers of(Conflicts conflicts, Set<String> clauses, ClauseGame game) {
    return new Waivers(
        conflicts.waivers().stream()
            .limit(MOST)
            .map(waived -> waiver(waived, clauses, game))
            .toList(),
        conflicts.waivers().size(),
        conflicts.complete());
  }

  private static Waiver waiver(Set<String> waived, Set<String> clauses, ClauseGame game) {
    Set<String> others = new TreeSet<>(clauses);
    others.removeAll(waived);
    Optional<Kept> rest = game.under(others);
    return new Waiver(waived, rest, Difference.of(rest, game.without()));
  }

  /** The same waivers with the least to pay first. */
  public List<Waiver> cheapestFirst() {
    return priced.stream().sorted(CHEAP_FIRST).toList();
  }

  /** {@code the first 20 of 1024}; empty where all are priced. */
  public Optional<String> leftOut() {
    return complete && priced.size() == found
        ? Optional.empty()
        : Optional.of(
            "the first %d of %s%d".formatted(priced.size(), complete ? "" : "more than ", found));
  }
}
