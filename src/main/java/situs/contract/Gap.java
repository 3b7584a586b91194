package situs.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * A time in which a term does not hold, between one that says the same and ends before and one that
 * begins after it.
 *
 * @param before the clause, or the label of the exception, that ends
 * @param by the one that begins
 */
public record Gap(String before, String by, Instant ends, Instant begins) {

  /** What says something for a time. */
  private record Term<T>(String name, InForce inForce, T says) {
    Optional<Instant> begins() {
      return inForce.spans().stream().findFirst().flatMap(InForce.Span::from);
    }

    /** Empty where it has no end. */
    Optional<Instant> ends() {
      return inForce.spans().stream().reduce((a, b) -> b).flatMap(InForce.Span::until);
    }
  }

  /** Between clauses of a contract that demand the same of the same. */
  public static List<Gap> between(List<Clause> clauses) {
    return among(
        clauses.stream().map(c -> new Term<>(c.id(), c.inForce(), c)).toList(), Clause::saysAs);
  }

  /** Between exceptions of a clause that say the same. */
  public static List<Gap> withinExceptions(Clause clause) {
    return Stream.concat(clause.base().stream(), clause.readings().values().stream())
        .map(Reading::provisos)
        .map(
            provisos ->
                among(
                    provisos.stream().map(p -> new Term<>(p.label(), p.inForce(), p)).toList(),
                    Proviso::saysAs))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** Before each that begins: the last that ended, unless one goes on. */
  private static <T> List<Gap> among(List<Term<T>> terms, BiPredicate<T, T> same) {
    List<Gap> gaps = new ArrayList<>();
    for (Term<T> term : terms) {
      Optional<Instant> begins = term.begins();
      List<Term<T>> earlier =
          terms.stream()
              .filter(t -> t != term && same.test(t.says(), term.says()))
              .filter(t -> begins.map(b -> beginsBefore(t, b)).orElse(false))
              .toList();
      if (earlier.stream().allMatch(t -> t.ends().isPresent())) {
        earlier.stream()
            .max((a, b) -> a.ends().orElseThrow().compareTo(b.ends().orElseThrow()))
            .filter(t -> t.ends().orElseThrow().isBefore(begins.orElseThrow()))
            .map(t -> new Gap(t.name(), term.name(), t.ends().orElseThrow(), begins.orElseThrow()))
            .ifPresent(gaps::add);
      }
    }
    return gaps;
  }

  private static boolean beginsBefore(Term<?> term, Instant instant) {
    return !term.inForce().spans().isEmpty()
        && term.begins().map(b -> b.isBefore(instant)).orElse(true);
  }
}
