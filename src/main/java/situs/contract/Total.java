package situs.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import situs.contract.Measured.Stretch;

/**
 * What a reading of a clause found when it measured one period.
 *
 * @param what is measured, in words
 * @param from start of the period, as far as it lies in the measured window
 * @param until its end
 * @param covered the share of its period that was measured, 0 to 1; empty: the clause has no
 *     periods
 * @param figures what was measured
 * @param offence what of it offends
 * @param owed what follows for who must pay
 */
public record Total(
    String what,
    Instant from,
    Instant until,
    Optional<BigDecimal> covered,
    Figures figures,
    Offence offence,
    Owed owed,
    Verdict verdict) {

  /**
   * What was measured, against what it is held to.
   *
   * @param unit of all of it, and of what is owed as a shortfall
   * @param value measured; empty: cannot be told
   * @param limit that it is held to; empty: none
   * @param gap how much more, or less, until the clause is broken, 0 or more; how much it is broken
   *     by, below 0; empty: cannot be told, or the clause cannot be broken
   * @param more of a share: how much more that counts against it, in what it measures and with all
   *     else the same, until the clause is broken; empty: broken already, cannot be told, or no
   *     share
   * @param inProportion what of the value is known of the whole window only, and counts here in
   *     proportion
   */
  public record Figures(
      String unit,
      Optional<BigDecimal> value,
      Optional<BigDecimal> limit,
      Optional<BigDecimal> gap,
      Optional<BigDecimal> more,
      BigDecimal inProportion) {
    static final Figures NONE =
        new Figures(
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            BigDecimal.ZERO);

    /** What is left where exceptions disagree on what counts. */
    private Figures disputed() {
      return new Figures(unit, NONE.value, limit, NONE.gap, NONE.more, NONE.inProportion);
    }
  }

  /**
   * Money.
   *
   * @param due dollars that the clause makes payable; empty: none, or cannot be told
   * @param shortfall how much less than a commitment asks was bought; empty: nothing, cannot be
   *     told, or no commitment
   */
  public record Owed(Optional<BigDecimal> due, Optional<BigDecimal> shortfall) {
    static final Owed NOTHING = new Owed(Optional.empty(), Optional.empty());
  }

  /** Of a period, and nothing known but how it is judged. */
  static Total of(String what, Stretch period, Verdict verdict) {
    return of(what, period.from(), period.until(), period.covered(), verdict);
  }

  /** The same of times. */
  public static Total of(
      String what, Instant from, Instant until, Optional<BigDecimal> covered, Verdict verdict) {
    return new Total(what, from, until, covered, Figures.NONE, Offence.NONE, Owed.NOTHING, verdict);
  }

  /** What is left of it where exceptions disagree on what counts. */
  Total disputed(Verdict.Conflicting conflict) {
    return of(what, from, until, covered, conflict).with(figures.disputed());
  }

  /** The same with what was measured. */
  public Total measuring(
      String unit,
      Optional<BigDecimal> value,
      Optional<BigDecimal> limit,
      Optional<BigDecimal> gap) {
    return with(new Figures(unit, value, limit, gap, figures.more, figures.inProportion));
  }

  /** The same with how much more until it is broken, and what breaks it already. */
  public Total offending(Optional<BigDecimal> room, Offence over) {
    Figures told =
        new Figures(
            figures.unit, figures.value, figures.limit, figures.gap, room, figures.inProportion);
    return new Total(what, from, until, covered, told, over, owed, verdict);
  }

  /** The same with what is payable, and what was bought too little. */
  Total owing(Optional<BigDecimal> dollars, Optional<BigDecimal> tooLittle) {
    Owed all = new Owed(dollars, tooLittle);
    return new Total(what, from, until, covered, figures, offence, all, verdict);
  }

  /** The same with what of its value counts in proportion. */
  Total dividing(BigDecimal part) {
    return with(
        new Figures(figures.unit, figures.value, figures.limit, figures.gap, figures.more, part));
  }

  private Total with(Figures other) {
    return new Total(what, from, until, covered, other, offence, owed, verdict);
  }

  public String unit() {
    return figures.unit;
  }

  public Optional<BigDecimal> value() {
    return figures.value;
  }

  public Optional<BigDecimal> limit() {
    return figures.limit;
  }

  public Optional<BigDecimal> gap() {
    return figures.gap;
  }

  public Optional<BigDecimal> more() {
    return figures.more;
  }

  public BigDecimal inProportion() {
    return figures.inProportion;
  }

  public Optional<BigDecimal> due() {
    return owed.due;
  }

  public Optional<BigDecimal> shortfall() {
    return owed.shortfall;
  }
}
