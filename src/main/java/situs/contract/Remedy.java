package situs.contract;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import situs.model.Money;

/**
 * What a violation costs by the contract.
 *
 * @param amount for each of what it is due for; nothing for a share
 * @param share of the revenue or of the shortfall, 0 to 1; nothing for an amount
 * @param cure an episode of a breach that is over within it costs nothing
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

  /** Whether it gives a right and no money. */
  public boolean isRight() {
    return per == Per.TERMINATION && amount.compareTo(Money.ZERO) == 0;
  }

  /** What is due, within cap and floor, of a sum over all that it is due for. */
  public Money within(Money sum) {
    Money least = sum.compareTo(floor) < 0 && sum.compareTo(Money.ZERO) > 0 ? floor : sum;
    return cap.filter(c -> c.compareTo(least) < 0).orElse(least);
  }

  /** {@code 0.01 USD per request, 500 USD at least}; {@code termination}. */
  public String words() {
    StringBuilder words = new StringBuilder(due());
    if (floor.compareTo(Money.ZERO) > 0) {
      words.append(", ").append(floor).append(" at least");
    }
    cap.ifPresent(most -> words.append(", ").append(most).append(" at most"));
    if (!cure.isZero()) {
      words.append(", nothing if over within ").append(words(cure));
    }
    return words.toString();
  }

  private static String words(Duration time) {
    long s = time.toSeconds();
    if (s % 3600 == 0) {
      return s % 86_400 == 0 ? time.toDays() + " d" : time.toHours() + " h";
    }
    return s % 60 == 0 ? time.toMinutes() + " min" : s + " s";
  }

  private String due() {
    return switch (per) {
      case REQUEST, TOKEN, DAY -> amount + " per " + per.word();
      case LUMP_SUM -> amount + " once";
      case REVENUE, SHORTFALL -> Percent.exact(share) + " of the " + per.word();
      case TERMINATION -> isRight() ? per.word() : per.word() + " and " + amount;
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

    /** What requests are needed for. */
    static final Set<Per> OF_TRAFFIC = EnumSet.of(REQUEST, TOKEN, REVENUE);

    /** What fits any breach. */
    static final Set<Per> OF_ANY = EnumSet.of(DAY, LUMP_SUM, TERMINATION);

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
