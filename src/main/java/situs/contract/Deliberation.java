package situs.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How a reading comes to a verdict, after Catala's defaults: an exception that applies takes the
 * place of what it is an exception to; exceptions of one level that apply together must agree.
 *
 * <p>A rule that is kept is kept whether or not the clause applies: then neither {@code when} nor
 * an exception that frees need be known.
 */
final class Deliberation {
  private final Facts subject;
  private final Instant at;

  /** What should say which consequence holds, and cannot. */
  private final List<Predicate> open = new ArrayList<>();

  /**
   * What may follow.
   *
   * @param rule demanded; empty: the subject is free
   * @param by the exception that says so; empty: the clause itself
   */
  private record Consequence(Optional<SubjectRule> rule, Optional<Proviso> by) {}

  /** What follows for certain, and what else may follow if more were known. */
  private record Level(List<Consequence> certain, List<Consequence> possible) {}

  private Deliberation(Facts subject, Instant at) {
    this.subject = subject;
    this.at = at;
  }

  static Verdict of(Reading reading, Facts subject, Instant at) {
    if (reading.rule().isEmpty()) {
      return new Verdict.NotApplicable("this reading never objects");
    }
    if (!(reading.rule().get() instanceof SubjectRule rule)) {
      return new Verdict.NotApplicable("measures a total");
    }
    Truth applies = reading.when().map(w -> w.test(subject)).orElse(Truth.TRUE);
    if (applies == Truth.FALSE) {
      return new Verdict.NotApplicable("speaks only of " + reading.when().orElseThrow().text());
    }
    Deliberation deliberation = new Deliberation(subject, at);
    Level level = deliberation.level(own(rule), free(), reading.provisos());
    if (applies == Truth.UNKNOWN) {
      deliberation.open.add(reading.when().orElseThrow());
    }
    return deliberation.decide(level, rule, applies == Truth.TRUE);
  }

  /** Whether a reading speaks of a subject, and no exception frees it. */
  static Scope speaksOf(Reading reading, Facts subject, Instant at) {
    Truth applies = reading.when().map(w -> w.test(subject)).orElse(Truth.TRUE);
    if (applies == Truth.FALSE || reading.provisos().isEmpty()) {
      return Scope.of(applies);
    }
    Deliberation deliberation = new Deliberation(subject, at);
    Consequence counted = own(new Require(Predicate.TRUE));
    Level level = deliberation.level(counted, free(), reading.provisos());
    return dispute(level.certain())
        .map(Scope::disputed)
        .orElseGet(() -> Scope.of(applies.and(held(level))));
  }

  /** Exceptions that apply together, of which one frees and another does not. */
  private static Optional<Verdict.Conflicting> dispute(List<Consequence> certain) {
    Consequence first = certain.get(0);
    return certain.stream()
        .filter(other -> other.rule().isEmpty() != first.rule().isEmpty())
        .findFirst()
        .map(other -> conflict(first, other, side(first) + "; " + side(other)));
  }

  private static String side(Consequence consequence) {
    return "'%s' %s"
        .formatted(
            consequence.by().orElseThrow().label(),
            consequence.rule().isEmpty() ? "leaves it out" : "counts it");
  }

  /** What is certain is of one mind here. */
  private static Truth held(Level level) {
    boolean freed = level.certain().get(0).rule().isEmpty();
    boolean other = level.possible().stream().anyMatch(c -> c.rule().isEmpty() != freed);
    return other ? Truth.UNKNOWN : Truth.of(!freed);
  }

  /** Labels of the exceptions that take the place of what a reading demands of a subject. */
  static List<String> exceptions(Reading reading, Facts subject, Instant at) {
    Truth applies = reading.when().map(w -> w.test(subject)).orElse(Truth.TRUE);
    if (applies != Truth.TRUE || reading.provisos().isEmpty()) {
      return List.of();
    }
    Consequence demanded = own(new Require(Predicate.TRUE));
    Level level = new Deliberation(subject, at).level(demanded, free(), reading.provisos());
    return level.certain().stream().flatMap(c -> c.by().stream()).map(Proviso::label).toList();
  }

  private static Consequence own(SubjectRule rule) {
    return new Consequence(Optional.of(rule), Optional.empty());
  }

  private static Consequence free() {
    return new Consequence(Optional.empty(), Optional.empty());
  }

  /**
   * What exceptions make of a consequence.
   *
   * @param own what follows where none applies
   * @param turned what follows from one that demands nothing itself
   */
  private Level level(Consequence own, Consequence turned, List<Proviso> provisos) {
    List<Consequence> certain = new ArrayList<>();
    List<Consequence> possible = new ArrayList<>();
    for (Proviso proviso : provisos) {
      Truth applies = proviso.inForce().at(at) ? proviso.when().test(subject) : Truth.FALSE;
      if (applies == Truth.FALSE) {
        continue;
      }
      if (applies == Truth.UNKNOWN) {
        open.add(proviso.when());
      }
      Optional<SubjectRule> rule = proviso.instead().or(turned::rule);
      Level inner = level(new Consequence(rule, Optional.of(proviso)), own, proviso.unless());
      possible.addAll(inner.possible());
      if (applies == Truth.TRUE) {
        certain.addAll(inner.certain());
      } else {
        possible.addAll(inner.certain());
      }
    }
    return new Level(certain.isEmpty() ? List.of(own) : certain, possible);
  }

  private Verdict decide(Level level, SubjectRule rule, boolean applies) {
    if (level.certain().size() == 1 && level.possible().isEmpty()) {
      Verdict only = verdict(level.certain().get(0));
      boolean settled = only.objects() ? applies : !only.isOpen();
      return settled ? only : undetermined(level, rule);
    }
    return decideBetween(level, rule, applies);
  }

  private Verdict decideBetween(Level level, SubjectRule rule, boolean applies) {
    List<Verdict> certain = level.certain().stream().map(this::verdict).toList();
    Optional<Verdict> conflict = conflict(level.certain(), certain);
    if (conflict.isPresent()) {
      return conflict.get();
    }
    Verdict first = certain.stream().filter(Verdict::isOpen).findFirst().orElse(certain.get(0));
    List<Verdict> possible = level.possible().stream().map(this::verdict).toList();
    boolean settled =
        first.objects()
            ? applies && possible.stream().allMatch(Verdict::objects)
            : !first.isOpen() && possible.stream().noneMatch(v -> v.objects() || v.isOpen());
    return settled ? first : undetermined(level, rule);
  }

  private Verdict verdict(Consequence consequence) {
    if (consequence.rule().isEmpty()) {
      return new Verdict.NotApplicable(
          "exception " + consequence.by().map(Proviso::label).orElse(""));
    }
    SubjectRule rule = consequence.rule().get();
    return switch (rule.holds(subject)) {
      case TRUE -> rule.kept(subject);
      case FALSE -> rule.objection(subject);
      case UNKNOWN -> new Verdict.Undetermined("", "");
    };
  }

  /** Exceptions that apply together and disagree: neither takes precedence in silence. */
  private static Optional<Verdict> conflict(List<Consequence> certain, List<Verdict> verdicts) {
    int[] told =
        IntStream.range(0, verdicts.size()).filter(i -> !verdicts.get(i).isOpen()).toArray();
    for (int i = 1; i < told.length; i++) {
      Verdict one = verdicts.get(told[0]);
      Verdict other = verdicts.get(told[i]);
      if (one.objects() != other.objects()) {
        String sides = one.reason() + "; " + other.reason();
        return Optional.of(conflict(certain.get(told[0]), certain.get(told[i]), sides));
      }
    }
    return Optional.empty();
  }

  /** Of several consequences that are certain, each is that of an exception. */
  private static Verdict.Conflicting conflict(Consequence one, Consequence other, String sides) {
    return new Verdict.Conflicting(
        one.by().orElseThrow().cited(), other.by().orElseThrow().cited(), sides);
  }

  private Verdict undetermined(Level level, SubjectRule rule) {
    Set<String> missing = new LinkedHashSet<>();
    open.forEach(predicate -> missing.addAll(predicate.missing(subject)));
    List<SubjectRule> unknown =
        level.certain().stream()
            .flatMap(c -> c.rule().stream())
            .filter(r -> r.holds(subject) == Truth.UNKNOWN)
            .toList();
    unknown.forEach(r -> missing.addAll(r.missing(subject)));
    String names = String.join(", ", missing);
    return new Verdict.Undetermined(
        names, missing.isEmpty() ? failed(rule) : "cannot be told without " + names);
  }

  /** No fact is missing, and yet an expression gave no answer: an index too high, a bad pattern. */
  private String failed(SubjectRule rule) {
    return "cannot be computed: "
        + open.stream()
            .findFirst()
            .map(predicate -> predicate.text() + "; " + predicate.values(subject))
            .orElseGet(() -> rule.reason(subject));
  }
}
