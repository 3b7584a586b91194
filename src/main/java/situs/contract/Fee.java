package situs.contract;

import java.math.BigDecimal;
import java.util.Optional;
import situs.model.Money;

/**
 * What customers pay.
 *
 * @param per a request or a token
 */
public record Fee(Measure per, Money amount) {

  /** What was paid for so many requests and tokens. */
  public Money of(long requests, long tokens) {
    return amount.times(per == Measure.TOKENS ? tokens : requests);
  }

  /** What was paid for what was seen. */
  Optional<BigDecimal> of(Sighting sighting) {
    return Optional.ofNullable(sighting.amounts().get(per)).map(n -> n.multiply(amount.usd()));
  }
}
