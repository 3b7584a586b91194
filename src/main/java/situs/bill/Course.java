package situs.bill;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import situs.model.Money;

/**
 * When what a line of the bill is for arose: spells of the measured window, within each of which it
 * arose evenly.
 *
 * @param basis how well that is known
 */
public record Course(List<Spell> spells, Basis basis) {

  /** How well a time is known. */
  public enum Basis {
    /** As it was seen. */
    SEEN,
    /** A sum of the whole window, divided in proportion to what was seen of its parts. */
    PROPORTION
  }

  /**
   * A spell; where it has no length, all of it is at its start.
   *
   * @param fromS seconds of the measured window
   * @param untilS likewise
   * @param weight what arose in it, in the unit of the line
   */
  public record Spell(double fromS, double untilS, BigDecimal weight) {
    /** What of it lies in a stretch of time. */
    BigDecimal within(double start, double end) {
      if (fromS == untilS) {
        return fromS >= start && fromS < end ? weight : BigDecimal.ZERO;
      }
      double common = Math.min(end, untilS) - Math.max(start, fromS);
      if (common <= 0) {
        return BigDecimal.ZERO;
      }
      // All of it is not to be lost to rounding.
      return fromS >= start && untilS <= end
          ? weight
          : weight.multiply(BigDecimal.valueOf(common / (untilS - fromS)));
    }
  }

  public Course {
    spells = List.copyOf(spells);
  }

  /** All the time alike. */
  static Course even(double windowS) {
    return new Course(List.of(new Spell(0, windowS, BigDecimal.ONE)), Basis.SEEN);
  }

  /**
   * A sum in its parts of the stretches between these seconds of the window, the first and the last
   * of which are its ends. Nothing is lost to rounding.
   */
  public List<Money> divide(Money sum, List<Double> cuts) {
    List<BigDecimal> weights = new ArrayList<>();
    for (int i = 1; i < cuts.size(); i++) {
      double start = cuts.get(i - 1);
      double end = cuts.get(i);
      weights.add(
          spells.stream()
              .map(spell -> spell.within(start, end))
              .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
    if (weights.stream().allMatch(weight -> weight.signum() == 0)) {
      weights.replaceAll(weight -> BigDecimal.ONE);
    }
    return Proportions.of(sum.usd(), weights).stream().map(Money::new).toList();
  }
}
