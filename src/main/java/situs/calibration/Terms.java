package situs.calibration;

import java.util.Arrays;
import situs.model.ServingProfile.ThreeTerms;

/** The terms of an iteration in one order, and their logarithms. */
final class Terms {
  static final int COUNT = 6;

  private Terms() {}

  static double[] seconds(ThreeTerms t) {
    return new double[] {t.a(), t.b(), t.c(), t.p0(), t.p1(), t.p2()};
  }

  static double[] logarithms(ThreeTerms terms) {
    return Arrays.stream(seconds(terms)).map(StrictMath::log).toArray();
  }

  static ThreeTerms of(double[] logarithms) {
    double[] x = Arrays.stream(logarithms).map(StrictMath::exp).toArray();
    return new ThreeTerms(x[0], x[1], x[2], x[3], x[4], x[5]);
  }
}
