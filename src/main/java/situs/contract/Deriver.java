package situs.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes down how a judgement came about. It asks the conditions that {@link Deliberation} asks,
 * and repeats its verdict: there is no second judge.
 */
final class Deriver {
  private final Facts subject;
  private final Instant at;

  private Deriver(Facts subject, Instant at) {
    this.subject = subject;
    this.at = at;
  }

  /**
   * @param told all that the reading is told of the subject
   */
  static Derivation of(Judgement judgement, Facts told, Instant at) {
    return new Deriver(told, at).derive(judgement);
  }

  private Derivation derive(Judgement judgement) {
    Clause clause = judgement.clause();
    Reading reading = clause.reading(judgement.reading());
    Verdict verdict = judgement.verdict();
    List<Derivation> parts = terms(judgement);
    reading
        .when()
        .ifPresent(
            when -> {
              Derivation speaks = condition("speaks of: ", when);
              parts.add(verdict instanceof Verdict.NotApplicable ? speaks.deciding() : speaks);
            });
    for (Proviso proviso : reading.provisos()) {
      parts.add(exception(proviso));
    }
    reading.rule().ifPresent(rule -> parts.add(demand(rule)));
    parts.add(remedy(clause));
    return Derivation.of(heading(judgement), parts);
  }

  /**
   * Writes down a judgement on what a clause measures.
   *
   * @param found what was measured, and of what it is made up
   */
  static Derivation ofTotal(Judgement judgement, Instant at, List<Derivation> found) {
    Clause clause = judgement.clause();
    List<Derivation> parts = terms(judgement);
    clause
        .measure(judgement.reading())
        .map(rule -> clause.reading(judgement.reading()).words(rule, at))
        .ifPresent(words -> parts.add(Derivation.leaf("asks: " + words)));
    parts.addAll(found);
    parts.add(remedy(clause));
    return Derivation.of(heading(judgement), parts);
  }

  private static String heading(Judgement judgement) {
    return "%s, %s, %s: %s (%s)"
        .formatted(
            judgement.contract().name(),
            judgement.clause().id(),
            judgement.reading(),
            judgement.verdict().word(),
            judgement.verdict().reason());
  }

  /** What is so of a clause whatever it is asked about. */
  private static List<Derivation> terms(Judgement judgement) {
    Clause clause = judgement.clause();
    List<Derivation> parts = new ArrayList<>();
    parts.add(Derivation.leaf("it says: " + clause.text()));
    parts.add(Derivation.leaf("source: " + clause.cite() + " (" + clause.status() + ")"));
    parts.add(Derivation.leaf("in force " + times(clause.inForce())));
    parts.add(Derivation.leaf("read " + clause.construedBy(judgement.reading())));
    return parts;
  }

  private static Derivation remedy(Clause clause) {
    return Derivation.leaf(
        "remedy: "
            + clause
                .remedy()
                .map(r -> r.words() + " (" + r.basis() + ")")
                .orElse("none is stated"));
  }

  private static String times(InForce inForce) {
    return inForce.spans().isEmpty()
        ? "never"
        : inForce.spans().stream().map(Deriver::span).collect(Collectors.joining(" and "));
  }

  private static String span(InForce.Span span) {
    String from = span.from().map(f -> "from " + day(f)).orElse("");
    String until = span.until().map(u -> "until " + day(u)).orElse("");
    String both = (from + " " + until).strip();
    return both.isEmpty() ? "at all times" : both;
  }

  /** Most begin with a day. */
  private static String day(Instant instant) {
    return instant.toString().replace("T00:00:00Z", "");
  }

  private Derivation exception(Proviso proviso) {
    return exception(proviso, "frees", "binds again");
  }

  /**
   * @param does what it does that demands nothing itself; an exception to it undoes that
   */
  private Derivation exception(Proviso proviso, String does, String undoes) {
    String name = "exception " + proviso.cited().words();
    if (!proviso.inForce().at(at)) {
      return Derivation.leaf(name + ": in force " + times(proviso.inForce()));
    }
    List<Derivation> parts = new ArrayList<>();
    Derivation applies = condition("applies where: ", proviso.when());
    parts.add(applies);
    proviso.instead().ifPresent(instead -> parts.add(demand(instead)));
    proviso.unless().forEach(inner -> parts.add(exception(inner, undoes, does)));
    Truth truth = proviso.when().test(subject);
    String what =
        truth == Truth.TRUE
            ? "applies, and " + (proviso.instead().isPresent() ? "demands" : does)
            : truth == Truth.FALSE ? "does not apply" : "cannot be told";
    Derivation whole = Derivation.of(name + ": " + what, parts);
    return truth == Truth.FALSE ? whole : whole.deciding();
  }

  private Derivation demand(Rule rule) {
    if (!(rule instanceof SubjectRule demand)) {
      return Derivation.leaf("measures a total");
    }
    Truth holds = demand.holds(subject);
    List<Derivation> parts = new ArrayList<>();
    demand.predicates().forEach(predicate -> parts.add(condition("", predicate)));
    Set<String> facts = new LinkedHashSet<>(demand.facts(subject.kind()));
    demand.predicates().forEach(predicate -> facts.removeAll(predicate.facts()));
    facts.forEach(fact -> parts.add(Derivation.fact(fact, subject)));
    String text =
        switch (holds) {
          case TRUE -> "its demand is kept";
          case FALSE -> "its demand is not kept: " + demand.reason(subject);
          case UNKNOWN ->
              "whether its demand is kept cannot be told without "
                  + String.join(", ", demand.missing(subject));
        };
    Derivation whole = Derivation.of(text, parts);
    return holds == Truth.TRUE ? whole : whole.deciding();
  }

  /** A condition, and what it rests on. */
  private Derivation condition(String label, Predicate predicate) {
    String is = " is " + predicate.test(subject).name().toLowerCase(Locale.ROOT);
    return Derivation.of(label + predicate.text() + is, predicate.dissected(subject));
  }
}
