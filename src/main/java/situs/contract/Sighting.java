package situs.contract;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What a run saw of one placement, route or charge. Times are seconds from the start of the
 * measured window.
 *
 * @param name of the subject, as findings name it
 * @param fromS start of the time that the amounts are for
 * @param untilS its end
 * @param firstAtS when it was first seen; empty for what is there all the time
 * @param lastAtS when last, likewise
 * @param amounts what was counted; what is missing is unknown
 */
public record Sighting(
    Facts facts,
    String name,
    double fromS,
    double untilS,
    Optional<Double> firstAtS,
    Optional<Double> lastAtS,
    Map<Measure, BigDecimal> amounts) {
  public Sighting {
    amounts = Map.copyOf(amounts);
  }

  /** Whether any of it lies in a stretch of time. */
  boolean within(double start, double end) {
    double at = firstAtS.orElse(fromS);
    return firstAtS.isPresent() ? at >= start && at < end : fromS < end && untilS > start;
  }

  /** The part of an amount that falls into a stretch; sums are spread evenly over their time. */
  Optional<BigDecimal> amount(Measure measure, double start, double end) {
    Optional<BigDecimal> whole = Optional.ofNullable(amounts.get(measure));
    if (measure.isLevel() || firstAtS.isPresent() || start <= fromS && end >= untilS) {
      return whole;
    }
    double part = (Math.min(end, untilS) - Math.max(start, fromS)) / (untilS - fromS);
    return whole.map(w -> w.multiply(BigDecimal.valueOf(part)));
  }
}
