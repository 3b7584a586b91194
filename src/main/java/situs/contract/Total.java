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
 * @param unit of value, limit and shortfall
 * @param value measured; empty: cannot be told
 * @param limit that it is held to; empty: none
 * @param gap how much more, or less, until the clause is broken, 0 or more; how much it is broken
 *     by, below 0; empty: cannot be told, or the clause cannot be broken
 * @param more of a share: how much more that counts against it, in what it measures and with all
 *     else the same, until the clause is broken; empty: broken already, cannot be told, or no share
 * @param firstAtS first time that what offends was seen, seconds of the measured window
 * @param lastAtS last time, likewise
 * @param requests that are too many, or too few, as far as requests are measured
 * @param tokens likewise
 * @param due dollars that the clause makes payable; empty: none, or cannot be told
 * @param shortfall how much less than a commitment asks was bought; empty: nothing, cannot be told,
 *     or no commitment
 * @param inProportion what of the value is known of the whole window only, and counts here in
 *     proportion
 * @param covered the share of its period that was measured, 0 to 1; empty: the clause has no
 *     periods
 */
public record Total(
    String what,
    Instant from,
    Instant until,
    String unit,
    Optional<BigDecimal> value,
    Optional<BigDecimal> limit,
    Optional<BigDecimal> gap,
    Optional<BigDecimal> more,
    Optional<Double> firstAtS,
    Optional<Double> lastAtS,
    long requests,
    long tokens,
    Optional<BigDecimal> due,
    Optional<BigDecimal> shortfall,
    BigDecimal inProportion,
    Optional<BigDecimal> covered,
    Verdict verdict) {

  /** What is left of it where exceptions disagree on what counts. */
  Total disputed(Verdict.Conflicting conflict) {
    return new Total(
        what,
        from,
        until,
        unit,
        Optional.empty(),
        limit,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        BigDecimal.ZERO,
        covered,
        conflict);
  }

  /** Of a period, and nothing known but how it is judged. */
  static Total of(String what, Stretch period, Verdict verdict) {
    return new Total(
        what,
        period.from(),
        period.until(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        BigDecimal.ZERO,
        period.covered(),
        verdict);
  }

  /** The same with what was measured. */
  Total measuring(
      String unit,
      Optional<BigDecimal> value,
      Optional<BigDecimal> limit,
      Optional<BigDecimal> gap) {
    return new Total(
        what,
        from,
        until,
        unit,
        value,
        limit,
        gap,
        more,
        firstAtS,
        lastAtS,
        requests,
        tokens,
        due,
        shortfall,
        inProportion,
        covered,
        verdict);
  }

  /** The same with how much more until it is broken, and what breaks it already. */
  Total offending(Optional<BigDecimal> room, Offence offence) {
    return new Total(
        what,
        from,
        until,
        unit,
        value,
        limit,
        gap,
        room,
        offence.firstAtS(),
        offence.lastAtS(),
        offence.requests(),
        offence.tokens(),
        due,
        shortfall,
        inProportion,
        covered,
        verdict);
  }

  /** The same with what is payable, and what was bought too little. */
  Total owing(Optional<BigDecimal> dollars, Optional<BigDecimal> tooLittle) {
    return new Total(
        what,
        from,
        until,
        unit,
        value,
        limit,
        gap,
        more,
        firstAtS,
        lastAtS,
        requests,
        tokens,
        dollars,
        tooLittle,
        inProportion,
        covered,
        verdict);
  }

  /** The same with what of its value counts in proportion. */
  Total dividing(BigDecimal part) {
    return new Total(
        what, from, until, unit, value, limit, gap, more, firstAtS, lastAtS, requests, tokens, due,
        shortfall, part, covered, verdict);
  }
}
