package situs.contract;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import situs.document.Mark;

/**
 * A labelled exception.
 *
 * @param when of which subjects it speaks
 * @param instead what it demands of them; empty: it frees them from what it is an exception to
 * @param unless exceptions to it; one that demands nothing itself brings back what it was an
 *     exception to
 * @param cite where it is reported; empty: where its clause is
 * @param at where it is written
 */
record Proviso(
    String label,
    String cite,
    Dates dates,
    InForce inForce,
    Predicate when,
    Optional<SubjectRule> instead,
    List<Proviso> unless,
    Mark at) {
  Proviso {
    unless = List.copyOf(unless);
  }

  /** The same, given when what happened. */
  Proviso given(Map<String, Instant> happened) {
    List<Proviso> inner = unless.stream().map(p -> p.given(happened)).toList();
    return new Proviso(label, cite, dates, dates.given(happened), when, instead, inner, at);
  }

  /** Whether another says the same of the same, whenever. */
  boolean saysAs(Proviso other) {
    return when.equals(other.when) && instead.equals(other.instead) && unless.equals(other.unless);
  }

  /** When it and its own exceptions apply. */
  Stream<Predicate> conditions() {
    return Stream.concat(Stream.of(when), unless.stream().flatMap(Proviso::conditions));
  }

  /** What it and its own exceptions demand. */
  Stream<Rule> rules() {
    return Stream.concat(instead.stream(), unless.stream().flatMap(Proviso::rules));
  }

  /** What those in force at an instant leave out of a measure, or count, each behind a joint. */
  static String words(List<Proviso> all, String joint, Instant at) {
    return all.stream()
        .filter(proviso -> proviso.inForce().at(at))
        .map(proviso -> joint + proviso.words(at))
        .collect(joining());
  }

  private String words(Instant at) {
    return (instead.isPresent() ? "also" : "not")
        + " where "
        + when.text()
        + words(unless, ", unless ", at);
  }

  /** As an error names it. */
  Cited cited() {
    return new Cited(label, cite, at);
  }
}
