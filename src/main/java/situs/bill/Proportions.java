package situs.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Divides amounts without losing anything to rounding. */
final class Proportions {
  /** Decimals of a part: a byte, when the whole is in GB. */
  private static final int DECIMALS = 9;

  private Proportions() {}

  /**
   * The whole in parts proportional to the weights. Each is within one unit of the last decimal of
   * its exact share, and together they are the whole: what is rounded is the running sum.
   *
   * @param weights 0 or more, and one above 0 at least
   */
  static List<BigDecimal> of(BigDecimal whole, List<BigDecimal> weights) {
    BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    List<BigDecimal> parts = new ArrayList<>();
    BigDecimal weighed = BigDecimal.ZERO;
    BigDecimal given = BigDecimal.ZERO;
    for (int i = 0; i < weights.size(); i++) {
      weighed = weighed.add(weights.get(i));
      BigDecimal upTo =
          weighed.compareTo(total) == 0
              ? whole
              : whole.multiply(weighed).divide(total, DECIMALS, RoundingMode.HALF_EVEN);
      parts.add(upTo.subtract(given));
      given = upTo;
    }
    return parts;
  }
}
