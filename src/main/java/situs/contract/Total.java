package situs.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What a reading of a clause found when it measured one period.
 *
 * @param what is measured, in words
 * @param from start of the period, as far as it lies in the measured window
 * @param until its end
 * @param unit of value and limit
 * @param value measured; empty: cannot be told
 * @param limit that it is held to; empty: none
 * @param gap how much more, or less, until the clause is broken, 0 or more; how much it is broken
 *     by, below 0; empty: cannot be told
 * @param more of a share: how much more that counts against it, in what it measures and with all
 *     else the same, until the clause is broken; empty: broken already, cannot be told, or no share
 * @param firstAtS first time that what offends was seen, seconds of the measured window
 * @param lastAtS last time, likewise
 * @param requests that are too many, or too few, as far as requests are measured
 * @param tokens likewise
 * @param due dollars that the clause makes payable; empty: none, or cannot be told
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
        conflict);
  }
}
