package situs.trace;

import java.util.Optional;

/** Pearson's correlation of two streams of numbers. */
final class Correlation {
  private long count;
  private double meanX;
  private double meanY;
  private double squaresX;
  private double squaresY;
  private double products;

  void add(double x, double y) {
    count++;
    double offX = x - meanX;
    double offY = y - meanY;
    meanX += offX / count;
    meanY += offY / count;
    squaresX += offX * (x - meanX);
    squaresY += offY * (y - meanY);
    products += offX * (y - meanY);
  }

  /** Empty where one of them does not vary. */
  Optional<Double> value() {
    double scale = StrictMath.sqrt(squaresX * squaresY);
    return scale > 0 ? Optional.of(products / scale) : Optional.empty();
  }
}
