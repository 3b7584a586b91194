package situs.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One way to construe a clause.
 *
 * @param when of which subjects it speaks; empty: of all
 * @param rule what it demands of them; empty: it never objects
 * @param provisos exceptions
 * @param readBy the parties that construe it so, where that is said
 * @param basis whose interpretation it is, and how sure; empty: not said
 */
record Reading(
    Optional<Predicate> when,
    Optional<Rule> rule,
    List<Proviso> provisos,
    List<String> readBy,
    String basis) {
  Reading {
    provisos = List.copyOf(provisos);
    readBy = List.copyOf(readBy);
  }

  /** Its conditions, those of its rules and exceptions included. */
  Stream<Predicate> predicates() {
    return Stream.of(
            when.stream(),
            rules().flatMap(rule -> rule.predicates().stream()),
            provisos.stream().flatMap(Proviso::conditions))
        .flatMap(s -> s);
  }

  /** Its rule and those of its exceptions. */
  Stream<Rule> rules() {
    return Stream.concat(rule.stream(), provisos.stream().flatMap(Proviso::rules));
  }

  /** The clauses to which its rule and those of its exceptions leave what they permit. */
  Stream<String> permissions() {
    return rules()
        .filter(PermittedBy.class::isInstance)
        .flatMap(rule -> ((PermittedBy) rule).clauses().stream());
  }

  /** What it asks of what it measures, with the exceptions that are in force at an instant. */
  String words(TotalRule measure, Instant at) {
    return measure.words()
        + when.map(w -> ", where " + w.text()).orElse("")
        + Proviso.words(provisos, ", but ", at);
  }

  /** Whether another says the same of the same subjects, whoever reads it so. */
  boolean demandsAs(Reading other) {
    return when.equals(other.when) && rule.equals(other.rule) && provisos.equals(other.provisos);
  }

  /** The same, given when what happened. */
  Reading given(Map<String, Instant> happened) {
    return new Reading(
        when, rule, provisos.stream().map(p -> p.given(happened)).toList(), readBy, basis);
  }
}
