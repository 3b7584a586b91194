package situs.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import situs.contract.SubjectKind;
import situs.model.Money;

/** Sums up what was found of each subject. */
final class FindingsMaker {
  private final List<String> readings;

  FindingsMaker(List<String> readings) {
    this.readings = readings;
  }

  Findings of(List<Subject> subjects, List<Claim> claims, List<Obligation> obligations) {
    List<Violation> violations = new ArrayList<>();
    List<Unsettled> unsettled = new ArrayList<>();
    List<SubjectStanding> standings = new ArrayList<>();
    List<SubjectStanding> counting = new ArrayList<>();
    for (Subject subject : subjects) {
      violations.addAll(subject.violations());
      unsettled.addAll(subject.unsettled());
      SubjectStanding standing = subject.standing(readings);
      standings.add(standing);
      if (counts(subject, standing)) {
        counting.add(standing);
      }
    }
    return new Findings(
        violations,
        unsettled,
        standings,
        counting.stream()
            .map(SubjectStanding::standing)
            .reduce(Standing.COMPLIANT, Standing::worst),
        byReading(counting),
        claims,
        exposure(claims),
        obligations,
        subjects.stream().flatMap(s -> s.disagreements().stream()).distinct().toList());
  }

  /**
   * A total to which no reading objects, and that cannot be told, is listed and does not count:
   * what is unknown of it lies outside the scenario, and is unknown of every placement alike. That
   * exceptions disagree does not.
   */
  private static boolean counts(Subject subject, SubjectStanding standing) {
    return standing.kind() != SubjectKind.TOTAL
        || !subject.disagreements().isEmpty()
        || standing.byReading().containsValue(Standing.BREACH);
  }

  private Map<String, Standing> byReading(List<SubjectStanding> standings) {
    Map<String, Standing> worst = new LinkedHashMap<>();
    for (String reading : readings) {
      worst.put(
          reading,
          standings.stream()
              .map(s -> s.byReading().getOrDefault(reading, Standing.COMPLIANT))
              .reduce(Standing.COMPLIANT, Standing::worst));
    }
    return worst;
  }

  /** Nothing where a reading objects to nothing that has its price. */
  private Map<String, Money> exposure(List<Claim> claims) {
    Map<String, Money> sums = new LinkedHashMap<>();
    readings.forEach(reading -> sums.put(reading, Money.ZERO));
    claims.forEach(c -> c.amount().ifPresent(due -> sums.merge(c.reading(), due, Money::plus)));
    return sums;
  }
}
