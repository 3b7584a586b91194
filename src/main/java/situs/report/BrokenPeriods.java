package situs.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import situs.audit.Obligation;
import situs.contract.Contracts;
import situs.contract.Cycle;
import situs.contract.Total;
import situs.contract.TotalRule;
import situs.experiment.StrategyResult;

/**
 * In how many of its periods a clause that measures is broken under one reading, in any
 * replication.
 *
 * @param of how many there are
 * @param period {@code hour}; {@code period} where it counts by none
 * @param worst that which is broken by most
 */
record BrokenPeriods(String reading, long broken, long of, String period, Total worst) {

  /** Of a clause that a strategy breaks. */
  static BrokenPeriods of(
      Contracts contracts, StrategyResult result, Objection objection, String reading) {
    List<Total> totals =
        result.runs().stream()
            .flatMap(run -> run.findings().obligations().stream())
            .filter(o -> o.contract().equals(objection.contract()))
            .filter(o -> o.clause().equals(objection.clause()) && o.reading().equals(reading))
            .map(Obligation::total)
            .toList();
    return of(reading, cycle(contracts, objection, reading), totals);
  }

  /** Of the totals of all replications, one of which is broken at least. */
  static BrokenPeriods of(String reading, String period, List<Total> totals) {
    return new BrokenPeriods(
        reading,
        periods(totals, total -> total.verdict().objects()),
        periods(totals, total -> true),
        period,
        totals.stream()
            .filter(total -> total.verdict().objects())
            .min(Comparator.comparing(total -> total.gap().orElse(BigDecimal.ZERO)))
            .orElseThrow());
  }

  private static long periods(List<Total> totals, Predicate<Total> which) {
    return totals.stream().filter(which).map(Total::from).distinct().count();
  }

  private static String cycle(Contracts contracts, Objection objection, String reading) {
    return contracts.contracts().stream()
        .filter(contract -> contract.name().equals(objection.contract()))
        .flatMap(contract -> contract.clauses().stream())
        .filter(clause -> clause.id().equals(objection.clause()))
        .flatMap(clause -> clause.measure(reading).flatMap(TotalRule::per).stream())
        .map(Cycle::word)
        .findFirst()
        .orElse("period");
  }

  /** {@code letter: share of requests …: 24 of 24 hours, worst from … to …: at most 50 % …}. */
  String words() {
    return "%s: %s: %d of %d %ss, worst %s to %s: %s"
        .formatted(
            reading,
            worst.what(),
            broken,
            of,
            period,
            worst.from(),
            worst.until(),
            worst.verdict().reason());
  }
}
