package situs.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares in words. */
final class Percent {
  private Percent() {}

  /** {@code 12.5 %}, to the last decimal. */
  static String exact(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }

  /** {@code 12.5 %}, to two decimals. */
  static String of(BigDecimal share) {
    BigDecimal percent = share.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN);
    return percent.stripTrailingZeros().toPlainString() + " %";
  }
}
