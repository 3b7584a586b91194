package situs.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

/**
 * Capacity that a scenario can rent: so many instances of a type, bought in one way.
 *
 * @param price an hour; what is paid up front is spread evenly over the term
 * @param instances how many at the most
 * @param interruptionsPerS how often the provider takes an instance back (spot), per second
 * @param term for which an instance is paid; empty where it can be given back at any time
 * @param together how many of the type at the most, in all ways to buy it; empty where each way has
 *     instances of its own
 */
public record Offer(
    InstanceType type,
    Price price,
    int instances,
    double interruptionsPerS,
    Optional<Duration> term,
    OptionalInt together) {
  private static final BigDecimal HOUR_S = new BigDecimal(3600);
  private static final int DECIMALS = 12;

  public Offer {
    if (!(interruptionsPerS >= 0)) {
      throw new IllegalArgumentException("need a rate of 0 or more, got " + interruptionsPerS);
    }
  }

  /** Of instances that can be given back at any time. */
  public Offer(InstanceType type, Price price, int instances, double interruptionsPerS) {
    this(type, price, instances, interruptionsPerS, Optional.empty(), OptionalInt.empty());
  }

  /** Of instances that are never taken back. */
  public Offer(InstanceType type, Price price, int instances) {
    this(type, price, instances, 0);
  }

  /** Other numbers of them. */
  public Offer scaled(IntUnaryOperator numbers) {
    return new Offer(
        type,
        price,
        numbers.applyAsInt(instances),
        interruptionsPerS,
        term,
        together.isPresent()
            ? OptionalInt.of(numbers.applyAsInt(together.getAsInt()))
            : OptionalInt.empty());
  }

  /** The same as one of several ways to buy so many. */
  public Offer together(int number) {
    return new Offer(type, price, instances, interruptionsPerS, term, OptionalInt.of(number));
  }

  public Purchase purchase() {
    return price.purchase();
  }

  /** What an instance costs in the whole of its term; empty where there is none. */
  public Optional<Money> termCost() {
    return term.map(
        t ->
            price
                .perHour()
                .times(
                    BigDecimal.valueOf(t.toSeconds())
                        .divide(HOUR_S, DECIMALS, RoundingMode.HALF_EVEN)));
  }

  /** Unique in a region: the type, and how it is bought unless on demand: {@code gpu8/spot}. */
  public String key() {
    return purchase() == Purchase.ON_DEMAND ? type.name() : type.name() + "/" + purchase().word();
  }
}
