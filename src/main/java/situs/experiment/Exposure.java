package situs.experiment;

import java.util.Optional;
import situs.audit.Findings;
import situs.model.Money;

/** What the violations of a run could cost. */
final class Exposure {
  private Exposure() {}

  /**
   * The largest sum of exposures under one reading: a court settles on one, so readings are never
   * added up. Zero without violations; empty where no violated clause states a remedy.
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
