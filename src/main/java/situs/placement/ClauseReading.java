package situs.placement;

import java.util.Comparator;

/**
 * A clause as one reading construes it.
 *
 * @param clause {@code contract/clause}
 */
public record ClauseReading(String clause, String reading) implements Comparable<ClauseReading> {
  private static final Comparator<ClauseReading> ORDER =
      Comparator.comparing(ClauseReading::clause).thenComparing(ClauseReading::reading);

  @Override
  public int compareTo(ClauseReading other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return clause + " (" + reading + ")";
  }
}
