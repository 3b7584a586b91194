package situs.model;

import java.math.BigDecimal;

/** An exact amount of US dollars. */
public record Money(BigDecimal usd) implements Comparable<Money> {

  public static final Money ZERO = new Money(BigDecimal.ZERO);

  /**
   * Normalised, so that equal amounts are equal whatever the number of decimals they were written
   * with.
   */
  public Money {
    usd = usd.signum() == 0 ? BigDecimal.ZERO : usd.stripTrailingZeros();
  }

  /** The amount written as a decimal number of dollars. */
  public static Money usd(String amount) {
    return new Money(new BigDecimal(amount));
  }

  public Money plus(Money other) {
    return new Money(usd.add(other.usd));
  }

  public Money minus(Money other) {
    return new Money(usd.subtract(other.usd));
  }

  public Money times(BigDecimal factor) {
    return new Money(usd.multiply(factor));
  }

  public Money times(long factor) {
    return times(BigDecimal.valueOf(factor));
  }

  public double toDouble() {
    return usd.doubleValue();
  }

  @Override
  public int compareTo(Money other) {
    return usd.compareTo(other.usd);
  }

  @Override
  public String toString() {
    return usd.toPlainString() + " USD";
  }
}
