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
 * @param amounts what was counted, of a placement for each of its instances; what is missing is
 *     unknown
 * @param held how many instances of it there were; one where nothing is rented
 * @param timing how well the time of its amounts is known
 */
public record Sighting(
    Facts facts,
    String name,
    double fromS,
    double untilS,
    Optional<Double> firstAtS,
    Optional<Double> lastAtS,
    Map<Measure, BigDecimal> amounts,
    Held held,
    Timing timing) {

  /** How well it is known when amounts arose. */
  public enum Timing {
    /** As it was seen. */
    SEEN,
    /** A part, in proportion, of what is known of the whole window only. */
    PROPORTION
  }

  public Sighting {
    amounts = Map.copyOf(amounts);
  }

  /** Of what is there once, as it was seen. */
  public Sighting(
      Facts facts,
      String name,
      double fromS,
      double untilS,
      Optional<Double> firstAtS,
      Optional<Double> lastAtS,
      Map<Measure, BigDecimal> amounts) {
    this(facts, name, fromS, untilS, firstAtS, lastAtS, amounts, Held.always(1), Timing.SEEN);
  }

  /** Whether any of it lies in a stretch of time. */
  boolean within(double start, double end) {
    double at = firstAtS.orElse(fromS);
    return firstAtS.isPresent() ? at >= start && at < end : fromS < end && untilS > start;
  }

  /**
   * The part of an amount that falls into a stretch; sums are spread evenly over their time. What
   * is held at a time is that at the start of the stretch.
   */
  public Optional<BigDecimal> amount(Measure measure, double start, double end) {
    Optional<BigDecimal> whole = Optional.ofNullable(amounts.get(measure));
    if (measure.isLevel()) {
      return whole.map(one -> one.multiply(BigDecimal.valueOf(held.at(start))));
    }
    if (firstAtS.isPresent() || start <= fromS && end >= untilS) {
      return whole;
    }
    double part = (Math.min(end, untilS) - Math.max(start, fromS)) / (untilS - fromS);
    return whole.map(w -> w.multiply(BigDecimal.valueOf(part)));
  }
}
