package situs.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Lengths of time in words, in days. */
final class Days {
  private static final BigDecimal DAY_S = BigDecimal.valueOf(86_400);

  private Days() {}

  /** {@code 1 day}, {@code 2.5 days}. */
  static String words(double seconds) {
    String days =
        BigDecimal.valueOf(seconds)
            .divide(DAY_S, 2, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString();
    return days + (days.equals("1") ? " day" : " days");
  }

  /**
   * When something was.
   *
   * @param since seconds since then; negative: it is to come; minus infinity: it never was
   */
  static String when(double since) {
    if (Double.isInfinite(since)) {
      return "never";
    }
    return since < 0 ? words(-since) + " later" : words(since) + " before";
  }
}
