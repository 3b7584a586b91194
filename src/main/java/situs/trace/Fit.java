package situs.trace;

import java.util.Optional;
import situs.model.Distribution;

/**
 * A distribution fitted to what was observed, and how well it fits.
 *
 * @param column {@code prompt}, {@code output} or {@code gap}
 * @param kind {@code log-normal}, {@code gamma}, {@code exponential} or {@code empirical}
 * @param ksStatistic largest distance between the fitted and the observed distribution function
 * @param ksPValue of a distribution known before; for one fitted to the same values an upper bound
 * @param aic Akaike's information criterion; empty for a table, which has no likelihood
 * @param chosen whether it is the one to use: of the least AIC, or the table where that is off by
 *     more than 5 %
 */
public record Fit(
    String column,
    String kind,
    Distribution distribution,
    double ksStatistic,
    double ksPValue,
    Optional<Double> aic,
    boolean chosen) {

  Fit choose() {
    return new Fit(column, kind, distribution, ksStatistic, ksPValue, aic, true);
  }
}
