package situs.contract;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import situs.model.Money;

/**
 * What a violation costs by the contract.
 *
 * @param amount for each of what it is due for; nothing for a share
 * @param share of the revenue or of the shortfall, 0 to 1; nothing for an amount
 * @param cure a breach that is over within it costs nothing
 * @param cap most that is due; empty: no limit
 * @param floor least that is due, where anything is
 * @param basis {@code assumed} where no such term is published, {@code reported} where it is
 */
public record Remedy(
    Per per,
    Money amount,
    BigDecimal share,
    Duration cure,
    Optional<Money> cap,
    Money floor,
    String basis) {

  /** An amount, without any limit. */
  public Remedy(Per per, Money amount, String basis) {
    this(per, amount, BigDecimal.ZERO, Duration.ZERO, Optional.empty(), Money.ZERO, basis);
  }

  /** What is due, within cap and floor, of a sum over all that it is due for. */
  public Money within(Money sum) {
    Money least = sum.compareTo(floor) < 0 && sum.compareTo(Money.ZERO) > 0 ? floor : sum;
    return cap.filter(c -> c.compareTo(least) < 0).orElse(least);
  }

  /** {@code 0.01 USD per request, at most 1000 USD (assumed)}. */
  String words() {
    return due()
        + (cure.isZero() ? "" : ", nothing where it is over within " + cure.toMinutes() + " min")
        + cap.map(c -> ", at most " + c).orElse("")
        + (floor.compareTo(Money.ZERO) > 0 ? ", at least " + floor : "")
        + " ("
        + basis
        + ")";
  }

  private String due() {
    return switch (per) {
      case REQUEST, TOKEN, DAY -> amount + " per " + per.word();
      case LUMP_SUM -> amount + " once";
      case REVENUE -> Percent.exact(share) + " of the revenue concerned";
      case SHORTFALL -> Percent.exact(share) + " of the shortfall";
      case TERMINATION ->
          "the other party may end the contract"
              + (amount.compareTo(Money.ZERO) > 0 ? ", and " + amount + " once" : "");
    };
  }

  /** What the amount is due for. */
  public enum Per {
    REQUEST("request"),
    TOKEN("token"),
    DAY("day"),
    LUMP_SUM("lump-sum"),
    /** A share of what customers paid for the requests concerned. */
    REVENUE("revenue"),
    /** A share of what was bought too little. */
    SHORTFALL("shortfall"),
    /** The other party may end the contract; an amount is due once. */
    TERMINATION("termination");

    private final String word;

    Per(String word) {
      this.word = word;
    }

    /** The word used in files. */
    public String word() {
      return word;
    }
  }
}
