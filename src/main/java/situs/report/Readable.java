package situs.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import situs.stats.Estimate;

/** Numbers as people read them. */
final class Readable {
  /** What is shorter is told in milliseconds. */
  private static final double LEAST_SECOND = 0.9995;

  private Readable() {}

  /** {@code 18,312 ± 3}; cents below a hundred dollars. */
  static String usd(Estimate cost) {
    String format = Math.abs(cost.mean()) < 100 ? "%,.2f" : "%,.0f";
    String mean = String.format(Locale.ROOT, format, cost.mean());
    return cost.ci95()
        .map(ci -> mean + " ± " + String.format(Locale.ROOT, format, ci))
        .orElse(mean);
  }

  static String usd(double amount) {
    return usd(new Estimate(amount, Optional.empty()));
  }

  /** Three figures: {@code 412 ± 9 ms}, {@code 3.21 ± 0.16 s}, {@code 123 s}. */
  static String seconds(Estimate seconds) {
    return seconds.mean() < LEAST_SECOND
        ? inUnit(seconds.times(1000), " ms")
        : inUnit(seconds, " s");
  }

  /**
   * The interval to the places of the mean; none where all replications are the same, which says
   * nothing of it.
   */
  private static String inUnit(Estimate estimate, String unit) {
    double mean = estimate.mean();
    int places = mean < 9.995 ? 2 : mean < 99.95 ? 1 : 0;
    String half =
        estimate.ci95().filter(ci -> ci > 0).map(ci -> " ± " + half(ci, places)).orElse("");
    return decimals(mean, places) + half + unit;
  }

  /** {@code 0.16}, {@code < 0.01}: what there is, is not cut to 0. */
  private static String half(double ci, int places) {
    double least = Math.pow(10, -places);
    return ci > 0 && ci < least / 2 ? "< " + decimals(least, places) : decimals(ci, places);
  }

  /** {@code 99.8 %}; 100 % only where it is exact. */
  static String percent(double share) {
    if (share == 1) {
      return "100 %";
    }
    return String.format(Locale.ROOT, "%.1f %%", Math.min(share * 100, 99.9));
  }

  /** {@code 24 h}, {@code 90 min}, {@code 30 s}. */
  static String duration(Duration duration) {
    long s = duration.toSeconds();
    if (s % 3600 == 0) {
      return s / 3600 + " h";
    }
    return s % 60 == 0 ? s / 60 + " min" : s + " s";
  }

  static String count(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  /** Four figures: {@code 13,442}, {@code 0.3914}, {@code 0}; a small number is not cut to 0. */
  static String figure(double value) {
    if (value == 0) {
      return "0";
    }
    return decimals(value, Math.max(0, 3 - magnitude(value)));
  }

  /**
   * {@code 13,442.43 ± 0.71}: the mean to the place of the interval's second figure, and to seven
   * figures at most.
   */
  static String figure(Estimate estimate) {
    return estimate
        .ci95()
        .filter(ci -> ci > 0)
        .map(ci -> figure(estimate.mean(), ci))
        .orElse(figure(estimate.mean()));
  }

  private static String figure(double mean, double ci) {
    int most = Math.max(0, 6 - magnitude(Math.max(Math.abs(mean), ci)));
    int places = Math.min(most, Math.max(0, 1 - magnitude(ci)));
    return decimals(mean, places) + " ± " + half(ci, places);
  }

  private static int magnitude(double value) {
    return (int) Math.floor(Math.log10(Math.abs(value)));
  }

  /** {@code +12.5 %}, {@code -0.05 %}. */
  static String change(double share) {
    return String.format(
        Locale.ROOT, Math.abs(share) < 0.01 ? "%+.2f %%" : "%+.1f %%", share * 100);
  }

  static String decimals(double value, int places) {
    return String.format(Locale.ROOT, "%,." + places + "f", value);
  }

  /** {@code 2026-02-27}; with the time where a day does not begin, UTC. */
  static String instant(Instant instant) {
    String text = instant.toString();
    return text.endsWith("T00:00:00Z") ? text.substring(0, text.indexOf('T')) : text;
  }
}
