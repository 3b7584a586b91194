package situs.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import situs.contract.Measured.Counted;
import situs.contract.Measured.Stretch;

/**
 * The part of what was seen that is over a limit, or wanting.
 *
 * @param firstAtS first time that what offends was seen, seconds of the measured window
 * @param lastAtS last time, likewise
 * @param requests that are too many, or too few, as far as requests are measured
 * @param tokens likewise
 */
public record Offence(
    Optional<Double> firstAtS, Optional<Double> lastAtS, long requests, long tokens) {
  public static final Offence NONE = new Offence(Optional.empty(), Optional.empty(), 0, 0);

  /**
   * What exceeds a share.
   *
   * @param excess by how much, as a share of the whole
   */
  static Offence of(ShareLimit limit, Stretch period, BigDecimal excess) {
    List<Sighting> offending =
        period.counted().stream().filter(limit::offends).map(Counted::sighting).toList();
    return new Offence(
        offending.stream().flatMap(s -> s.firstAtS().stream()).min(Comparator.naturalOrder()),
        offending.stream().flatMap(s -> s.lastAtS().stream()).max(Comparator.naturalOrder()),
        part(period, Measure.REQUESTS, excess),
        part(period, Measure.TOKENS, excess));
  }

  private static long part(Stretch period, Measure measure, BigDecimal share) {
    return period.sum(measure).multiply(share).setScale(0, RoundingMode.CEILING).longValue();
  }
}
