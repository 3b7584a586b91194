package situs.contract;

import java.math.BigDecimal;
import java.util.Optional;
import situs.contract.Measured.Stretch;

/**
 * A total of one period as a plan is held to it: the amounts of all that the clause speaks of, each
 * times its weight, come up to {@code least}. A share is such a sum as well: at least s of a whole
 * is kept when what counts, times 1 - s, comes up to the rest, times s.
 *
 * @param bound which way it bounds what is measured
 * @param share the bound, where it is a share; then {@code least} is 0
 */
record Line(
    Stretch period,
    Measure of,
    BigDecimal least,
    Quota.Bound bound,
    Optional<BigDecimal> share,
    Weight weight) {

  /** What a unit of a subject adds. */
  interface Weight {

    /**
     * @param in whether the clause speaks of it; never false
     * @param margin by which a share is to be kept
     */
    double of(Facts subject, Truth in, double margin);
  }

  /** What is kept, by any margin, where this is not. */
  Line opposite() {
    return new Line(
        period,
        of,
        least.negate(),
        bound == Quota.Bound.AT_LEAST ? Quota.Bound.AT_MOST : Quota.Bound.AT_LEAST,
        share,
        (subject, in, margin) -> -weight.of(subject, in, margin));
  }
}
