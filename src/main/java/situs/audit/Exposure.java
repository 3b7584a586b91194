package situs.audit;

import java.math.BigDecimal;
import java.util.Optional;
import situs.contract.Clause;
import situs.contract.Remedy;
import situs.model.Money;

/** What a clause's remedy makes of a violation. */
final class Exposure {
  private final Optional<Remedy> remedy;
  private Money amount = Money.ZERO;
  private boolean lumpSumDue = true;

  Exposure(Clause clause) {
    this.remedy = clause.remedy();
  }

  /** Adds a stretch of time in which the clause was violated. */
  void add(Usage usage, double days) {
    if (remedy.isPresent()) {
      amount = amount.plus(due(remedy.get(), usage, days));
    }
  }

  private Money due(Remedy remedy, Usage usage, double days) {
    return switch (remedy.per()) {
      case REQUEST -> remedy.amount().times(usage.requests());
      case TOKEN -> remedy.amount().times(usage.tokens());
      case DAY -> remedy.amount().times(BigDecimal.valueOf(days));
      case LUMP_SUM -> lumpSum(remedy);
    };
  }

  private Money lumpSum(Remedy remedy) {
    Money due = lumpSumDue ? remedy.amount() : Money.ZERO;
    lumpSumDue = false;
    return due;
  }

  /** Empty when the clause names no remedy: unknown, not nothing. */
  Optional<Money> amount() {
    return remedy.map(r -> amount);
  }
}
