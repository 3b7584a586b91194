package situs.trace;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import situs.model.Burstiness;
import situs.model.Distribution;

/** What was fitted as a scenario file says it; numbers to six digits. */
public final class Yaml {
  private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  private Yaml() {}

  /** A number to six digits, without exponent. */
  public static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /**
   * @param unit behind each value, {@code " s"} for times, empty for tokens
   */
  public static String distribution(Distribution distribution, String unit) {
    if (distribution instanceof Distribution.LogNormal d) {
      String max = Double.isInfinite(d.max()) ? "" : ", max: " + number(d.max()) + unit;
      return "{median: %s%s, p90: %s%s%s}"
          .formatted(number(d.median()), unit, number(d.p90()), unit, max);
    }
    if (distribution instanceof Distribution.Gamma d) {
      return "{mean: %s%s, cv: %s, distribution: gamma}"
          .formatted(number(d.mean()), unit, number(d.cv()));
    }
    if (distribution instanceof Distribution.Quantiles d) {
      return IntStream.range(0, d.shares().size())
          .mapToObj(i -> quantile(d, i) + unit)
          .collect(Collectors.joining(", ", "{quantiles: {", "}}"));
    }
    return "{mean: %s%s, distribution: exponential}".formatted(number(distribution.mean()), unit);
  }

  private static String quantile(Distribution.Quantiles table, int index) {
    return "p" + number(100 * table.shares().get(index)) + ": " + number(table.values().get(index));
  }

  static String burstiness(Burstiness burstiness) {
    if (burstiness instanceof Burstiness.Mmpp mmpp) {
      return "{kind: mmpp, dispersion: %s, time-scale: %s s}"
          .formatted(number(mmpp.dispersion()), number(mmpp.timeScaleS()));
    }
    return burstiness instanceof Burstiness.Gamma gamma
        ? "{kind: gamma, dispersion: %s}".formatted(number(gamma.dispersion()))
        : "{kind: poisson}";
  }
}
