package situs.audit;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import situs.contract.Fee;
import situs.contract.Remedy;
import situs.model.Money;
import situs.model.RouteUse;

/**
 * What a clause's remedy makes of violations: of one subject, or of all that violate the clause.
 * For all, a request counts once even where it concerns two of them, and a day or a lump sum is due
 * once however many they are. A breach that was over within the time to cure it costs nothing.
 */
final class Exposure {
  private final Optional<Remedy> remedy;
  private final Map<String, Fee> revenue;
  private final Usage usage = new Usage();
  private final Set<Period> periods = new LinkedHashSet<>();

  /**
   * @param revenue what customers pay, by workload
   */
  Exposure(Optional<Remedy> remedy, Map<String, Fee> revenue) {
    this.remedy = remedy;
    this.revenue = revenue;
  }

  /** Adds what was seen in a stretch of time in which the clause was violated. */
  void add(Usage seen, Period period) {
    usage.add(seen);
    periods.add(period);
  }

  Optional<Remedy> remedy() {
    return remedy;
  }

  /** What was seen while the clause was violated. */
  Usage usage() {
    return usage;
  }

  /**
   * Empty when the clause names no remedy, or one of which an amount is missing: unknown, not
   * nothing.
   */
  Optional<Money> amount() {
    if (remedy.isEmpty() || periods.isEmpty()) {
      return remedy.map(r -> Money.ZERO);
    }
    return isCured(remedy.get())
        ? Optional.of(Money.ZERO)
        : due(remedy.get()).map(sum -> remedy.get().within(sum));
  }

  /** Whether the breach lasted no longer than it may take to end it. */
  private boolean isCured(Remedy remedy) {
    double lastedS =
        usage
            .firstAtS()
            .map(first -> usage.lastAtS().orElse(first) - first)
            .orElseGet(() -> periods.stream().mapToDouble(p -> p.untilS() - p.fromS()).sum());
    return !remedy.cure().isZero() && lastedS <= remedy.cure().toNanos() / 1e9;
  }

  private Optional<Money> due(Remedy remedy) {
    return switch (remedy.per()) {
      case REQUEST -> Optional.of(remedy.amount().times(usage.requests()));
      case TOKEN -> Optional.of(remedy.amount().times(usage.tokens()));
      case DAY ->
          Optional.of(
              remedy
                  .amount()
                  .times(
                      periods.stream().map(Period::days).reduce(BigDecimal.ZERO, BigDecimal::add)));
      case LUMP_SUM, TERMINATION -> Optional.of(remedy.amount());
      case REVENUE -> earned().map(sum -> sum.times(remedy.share()));
      case SHORTFALL ->
          Optional.of(
              new Money(
                      usage.totals().stream()
                          .flatMap(total -> total.due().stream())
                          .reduce(BigDecimal.ZERO, BigDecimal::add))
                  .times(remedy.share()));
    };
  }

  /** What customers paid for the requests concerned; empty where that is unknown of some. */
  private Optional<Money> earned() {
    Money sum = Money.ZERO;
    for (RouteUse use : usage.uses()) {
      Fee fee = revenue.get(use.route().workload());
      if (fee == null) {
        return Optional.empty();
      }
      sum = sum.plus(fee.of(use.requests(), use.tokens()));
    }
    return Optional.of(sum);
  }
}
