package situs.contract;

import java.util.List;
import java.util.stream.Stream;

/**
 * How something came about: a statement and what it rests on, down to the facts.
 *
 * @param decides whether what it is a part of would be another without it
 */
public record Derivation(String text, boolean decides, List<Derivation> parts) {

  public Derivation {
    parts = List.copyOf(parts);
  }

  /** What rests on nothing else. */
  public static Derivation leaf(String text) {
    return new Derivation(text, false, List.of());
  }

  public static Derivation of(String text, List<Derivation> parts) {
    return new Derivation(text, false, parts);
  }

  /** What is known of one. */
  static Derivation fact(String name, Facts subject) {
    return leaf(
        subject
            .value(name)
            .map(value -> name + " is " + Predicate.shown(value))
            .orElse(name + " is not known"));
  }

  public Derivation deciding() {
    return new Derivation(text, true, parts);
  }

  /** It and all that it rests on. */
  public Stream<Derivation> all() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(Derivation::all));
  }
}
