package situs.placement;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import situs.placement.Optima.Optimum;

/**
 * A concession to the other side in one clause, and what it is worth.
 *
 * @param clause {@code contract/clause}
 * @param points of what could be conceded in a clause that measures; empty of any other
 * @param then the best placement after it
 * @param saved by it; empty when there was no placement before it, or nobody knows one after it
 */
public record Concession(
    String clause,
    Change change,
    Set<Point> points,
    Sought<Optimum> then,
    Optional<Difference> saved) {

  /** What is particular about a concession among all that could be made in a clause. */
  public enum Point {
    /** The least that saves anything, or makes it possible to keep all. */
    FIRST("first"),
    /** The most saved by each unit. */
    BEST("best"),
    /** The least that saves as much as a waiver. */
    ALL("all");

    private final String word;

    Point(String word) {
      this.word = word;
    }

    /** The word used in files. */
    public String word() {
      return word;
    }
  }

  public Concession {
    points = Collections.unmodifiableSet(points.isEmpty() ? Set.of() : EnumSet.copyOf(points));
  }

  /** Saved by one unit, dollars a day. */
  public Optional<Double> savedPerUnit() {
    return saved.map(s -> s.usdPerDay() / change.amount());
  }
}
