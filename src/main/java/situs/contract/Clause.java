package situs.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One term of a contract.
 *
 * @param id unique in its contract
 * @param text what it says, in our words
 * @param cite where that is reported
 * @param status how sure the report is
 * @param binds the party that it binds
 * @param over what it judges
 * @param base how it is construed where a reading is not named; empty: by the first reading named
 * @param readings by name, in the order of the file
 * @param exceptions by label: subjects of which the label's predicate is true are free. Exceptions
 *     only ever exempt, so that two of them cannot disagree.
 */
public record Clause(
    String id,
    String text,
    String cite,
    String status,
    String binds,
    InForce inForce,
    SubjectKind over,
    Optional<Reading> base,
    Map<String, Reading> readings,
    Map<String, Predicate> exceptions,
    Optional<Remedy> remedy) {

  public Clause {
    // In the order of the file, which decides between readings.
    readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
    exceptions = Collections.unmodifiableMap(new LinkedHashMap<>(exceptions));
    if (base.isEmpty() && readings.isEmpty()) {
      throw new IllegalArgumentException("clause " + id + " has no reading");
    }
  }

  /** How a reading construes it. */
  Reading reading(String name) {
    Reading named = readings.get(name);
    return named != null ? named : base.orElseGet(() -> readings.values().iterator().next());
  }

  /** What a reading says of a subject. */
  Verdict judge(Facts subject, String readingName) {
    Reading reading = reading(readingName);
    if (reading.rule().isEmpty()) {
      return new Verdict.NotApplicable("this reading never objects");
    }
    Truth applies = reading.when().map(w -> w.test(subject)).orElse(Truth.TRUE);
    if (applies == Truth.FALSE) {
      return new Verdict.NotApplicable("speaks only of " + reading.when().orElseThrow().text());
    }
    List<Predicate> open = new ArrayList<>();
    for (Map.Entry<String, Predicate> exception : exceptions.entrySet()) {
      Truth exempt = exception.getValue().test(subject);
      if (exempt == Truth.TRUE) {
        return new Verdict.NotApplicable("exception " + exception.getKey());
      }
      if (exempt == Truth.UNKNOWN) {
        open.add(exception.getValue());
      }
    }
    if (applies == Truth.UNKNOWN) {
      open.add(reading.when().orElseThrow());
    }
    return ruled(subject, reading.rule().get(), open);
  }

  /**
   * A rule that is kept is kept whether or not the clause applies.
   *
   * @param open what should say whether the clause applies, and cannot
   */
  private static Verdict ruled(Facts subject, Rule rule, List<Predicate> open) {
    Truth holds = rule.holds(subject);
    if (holds == Truth.TRUE) {
      return new Verdict.Satisfied("kept");
    }
    if (holds == Truth.FALSE && open.isEmpty()) {
      return new Verdict.Violated(rule.reason(subject));
    }
    Set<String> missing = new LinkedHashSet<>();
    open.forEach(predicate -> missing.addAll(predicate.missing(subject)));
    if (holds == Truth.UNKNOWN) {
      missing.addAll(rule.missing(subject));
    }
    String names = String.join(", ", missing);
    return new Verdict.Undetermined(
        names, missing.isEmpty() ? failed(subject, rule, open) : "cannot be told without " + names);
  }

  /** No fact is missing, and yet an expression gave no answer: an index too high, a bad pattern. */
  private static String failed(Facts subject, Rule rule, List<Predicate> open) {
    return "cannot be computed: "
        + open.stream()
            .findFirst()
            .map(predicate -> predicate.text() + "; " + predicate.values(subject))
            .orElseGet(() -> rule.reason(subject));
  }
}
