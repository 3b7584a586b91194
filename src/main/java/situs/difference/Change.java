package situs.difference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * A value that is not the same in two results.
 *
 * @param part what it is a part of, see {@link Part}
 * @param strategy empty in the manifest
 * @param subject such as the workload or the cost line; empty for the whole strategy
 */
public record Change(
    String part, String strategy, String subject, String quantity, Value before, Value after) {

  /**
   * A value as it was written.
   *
   * @param text empty where it is unknown, or its subject does not exist
   * @param number where it is one
   * @param halfWidth of its 95 % interval; empty where it has none
   */
  public record Value(String text, Optional<BigDecimal> number, Optional<BigDecimal> halfWidth) {
    static final Value NONE = text("");

    static Value text(String text) {
      return new Value(text, Optional.empty(), Optional.empty());
    }

    static Value number(BigDecimal number, Optional<BigDecimal> halfWidth) {
      String text = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
      return new Value(text, Optional.of(number), halfWidth);
    }

    static Value number(Optional<BigDecimal> number) {
      return number.map(n -> number(n, Optional.empty())).orElse(NONE);
    }
  }

  /** After minus before; empty but for numbers. */
  public Optional<BigDecimal> difference() {
    return before.number().flatMap(b -> after.number().map(a -> a.subtract(b)));
  }

  /** The difference over the value before; empty where that is 0. */
  public Optional<Double> share() {
    return before
        .number()
        .filter(b -> b.signum() != 0)
        .flatMap(
            b -> difference().map(d -> d.divide(b.abs(), MathContext.DECIMAL64).doubleValue()));
  }

  /**
   * Whether the difference is more than chance: larger than the half-width of its own interval, for
   * results of different seeds; those of one seed differ by less chance than that. Empty without
   * two intervals.
   */
  public Optional<Boolean> beyondChance() {
    if (before.halfWidth().isEmpty() || after.halfWidth().isEmpty() || difference().isEmpty()) {
      return Optional.empty();
    }
    double own =
        Math.hypot(before.halfWidth().get().doubleValue(), after.halfWidth().get().doubleValue());
    return Optional.of(Math.abs(difference().get().doubleValue()) > own);
  }

  /** Whether it is a number's change by that share at most. */
  boolean within(double tolerance) {
    return share().map(s -> Math.abs(s) <= tolerance).orElse(false);
  }
}
