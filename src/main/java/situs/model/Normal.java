package situs.model;

/** The standard normal distribution function, to 1e-7 (Abramowitz and Stegun 26.2.17). */
final class Normal {
  private Normal() {}

  static double cdf(double z) {
    double x = Math.abs(z);
    double t = 1 / (1 + 0.2316419 * x);
    double poly =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double upper = StrictMath.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * poly;
    return z >= 0 ? 1 - upper : upper;
  }
}
