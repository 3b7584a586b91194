package situs.experiment;

import java.util.List;
import java.util.Optional;
import situs.audit.Findings;
import situs.contract.Remedy;
import situs.model.Money;

/** What the violations of a run could cost. */
final class Exposure {
  private Exposure() {}

  /** Where the remedies of what is violated come from: {@code assumed}, {@code reported}. */
  static List<String> bases(List<Run> runs) {
    return runs.stream()
        .flatMap(run -> run.findings().violations().stream())
        .flatMap(violation -> violation.remedy().stream())
        .map(Remedy::basis)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * The largest sum of exposures under one reading: a court settles on one, so readings are never
   * added up. Zero without violations; empty where no violated clause states a remedy of which the
   * sum is known.
   */
  static Optional<Double> usd(Findings findings) {
    if (findings.violations().isEmpty()) {
      return Optional.of(0.0);
    }
    if (findings.violations().stream().allMatch(v -> v.exposure().isEmpty())) {
      return Optional.empty();
    }
    return findings.exposureByReading().values().stream()
        .max(Money::compareTo)
        .map(Money::toDouble);
  }
}
