package situs.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A value ready to be written: no locale, no exponent, the same everywhere.
 *
 * @param text empty where the value is unknown or does not apply
 * @param number whether it is a number
 */
public record Cell(String text, boolean number) {
  /** Unknown, which is never zero. */
  public static final Cell UNKNOWN = new Cell("", false);

  public static Cell text(String text) {
    return new Cell(text, false);
  }

  public static Cell count(long value) {
    return new Cell(Long.toString(value), true);
  }

  public static Cell exact(BigDecimal value) {
    BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return new Cell(stripped.toPlainString(), true);
  }

  /** Rounded half-even to at most {@code decimals} decimals, zeros at the end left out. */
  public static Cell decimal(double value, int decimals) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("not a value to report: " + value);
    }
    return exact(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
  }

  /** Rounded half-even to so many significant figures, for values of very different size. */
  public static Cell significant(double value, int figures) {
    return exact(BigDecimal.valueOf(value).round(new MathContext(figures, RoundingMode.HALF_EVEN)));
  }

  static Cell decimal(Optional<Double> value, int decimals) {
    return value.map(v -> decimal(v, decimals)).orElse(UNKNOWN);
  }
}
