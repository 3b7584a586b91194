package situs.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import situs.audit.Violation;
import situs.contract.Remedy;
import situs.model.Money;

/**
 * What the violations under one reading could cost: its distribution over the replications of a
 * strategy, in the measured window.
 *
 * @param mean US dollars; empty where violations are known and no sum is
 * @param p50 at least half of the replications have no more
 * @param p95 at least 95 % have no more; with fewer than 20 replications that is the largest
 * @param bases where the remedies come from: {@code assumed}, {@code reported}
 * @param withoutSum clauses violated of which no sum is known: they state no remedy, a right alone,
 *     or one of which an amount is missing
 */
public record ExposureRow(
    String strategy,
    String reading,
    int replications,
    Optional<Double> mean,
    Optional<Double> p50,
    Optional<Double> p95,
    List<String> bases,
    List<String> withoutSum) {

  /** By strategy, then by reading. */
  public static List<ExposureRow> of(Experiment experiment) {
    List<ExposureRow> rows = new ArrayList<>();
    for (StrategyResult result : experiment.results()) {
      if (!result.runs().isEmpty()) {
        experiment.contracts().readings().forEach(reading -> rows.add(row(result, reading)));
      }
    }
    return rows;
  }

  private static ExposureRow row(StrategyResult result, String reading) {
    Set<String> bases = new LinkedHashSet<>();
    Set<String> without = new LinkedHashSet<>();
    boolean priced = false;
    List<Double> amounts = new ArrayList<>();
    for (Run run : result.runs()) {
      for (Violation violation : run.findings().violations()) {
        if (violation.reading().equals(reading)) {
          violation.remedy().map(Remedy::basis).ifPresent(bases::add);
          if (violation.exposure().isEmpty()) {
            without.add(violation.contract() + "/" + violation.clause());
          }
          priced |= violation.exposure().isPresent();
        }
      }
      amounts.add(run.findings().exposureByReading().getOrDefault(reading, Money.ZERO).toDouble());
    }
    amounts.sort(Comparator.naturalOrder());
    boolean known = without.isEmpty() || priced;
    return new ExposureRow(
        result.strategy(),
        reading,
        amounts.size(),
        Optional.of(amounts.stream().mapToDouble(a -> a).sum() / amounts.size()).filter(m -> known),
        Optional.of(quantile(amounts, 0.5)).filter(m -> known),
        Optional.of(quantile(amounts, 0.95)).filter(m -> known),
        List.copyOf(bases),
        List.copyOf(without));
  }

  /** The least value that at least that share of the values does not exceed. */
  private static double quantile(List<Double> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
