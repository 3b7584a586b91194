package situs.audit;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import situs.contract.Remedy;
import situs.model.Money;

/**
 * What a clause's remedy makes of violations: of one subject, or of all that violate the clause.
 * For all, a request counts once even where it concerns two of them, and a day or a lump sum is due
 * once however many they are.
 */
final class Exposure {
  private final Optional<Remedy> remedy;
  private final Usage usage = new Usage();
  private final Set<Period> periods = new LinkedHashSet<>();

  Exposure(Optional<Remedy> remedy) {
    this.remedy = remedy;
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

  /** Empty when the clause names no remedy: unknown, not nothing. */
  Optional<Money> amount() {
    return remedy.map(r -> r.amount().times(times(r.per())));
  }

  private BigDecimal times(Remedy.Per per) {
    return switch (per) {
      case REQUEST -> BigDecimal.valueOf(usage.requests());
      case TOKEN -> BigDecimal.valueOf(usage.tokens());
      case DAY -> periods.stream().map(Period::days).reduce(BigDecimal.ZERO, BigDecimal::add);
      case LUMP_SUM -> periods.isEmpty() ? BigDecimal.ZERO : BigDecimal.ONE;
    };
  }
}
