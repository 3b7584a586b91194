package situs.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A contract as plain values: {@link DraftText} writes it as a file, {@link SlowEvaluator} says
 * what it means.
 *
 * @param parties who may read something in a way of their own
 * @param profiles choices of readings by name
 * @param terms by name; an open one is empty
 * @param events that its dates wait for
 */
record Draft(
    String name,
    List<String> parties,
    Map<String, Profile> profiles,
    Map<String, Optional<Boolean>> terms,
    List<String> events,
    List<Word> words,
    List<Term> clauses,
    List<Amendment> amendments) {

  /** A day, or what happens some day or never. */
  record Point(Optional<String> event, int day) {}

  record Span(Optional<Point> from, List<Point> until) {}

  record Profile(Optional<String> preset, Map<String, String> picks) {}

  /** Something that can be read in several ways, and by whom each. */
  interface Rival {
    String name();

    /** Readings in the order of the file. */
    List<String> named();

    List<String> readBy(String reading);
  }

  record Word(
      String name,
      SubjectKind over,
      Optional<Condition> base,
      Map<String, Condition> readings,
      Map<String, List<String>> readers)
      implements Rival {
    Stream<Condition> meanings() {
      return Stream.concat(base.stream(), readings.values().stream());
    }

    @Override
    public List<String> named() {
      return List.copyOf(readings.keySet());
    }

    @Override
    public List<String> readBy(String reading) {
      return readers.getOrDefault(reading, List.of());
    }
  }

  /** An exception; without a demand instead it frees, or undoes what it is an exception to. */
  record Exempt(
      String label, Condition when, Span inForce, Optional<Demand> instead, List<Exempt> unless) {
    Stream<Condition> conditions() {
      return Stream.of(
              Stream.of(when),
              instead.stream().flatMap(Demand::conditions),
              unless.stream().flatMap(Exempt::conditions))
          .flatMap(s -> s);
    }

    Stream<Demand> demands() {
      return Stream.concat(instead.stream(), unless.stream().flatMap(Exempt::demands));
    }
  }

  /** Of a reading; what it does not say is the clause's. */
  record Way(
      Optional<Condition> when, Optional<Demand> demand, boolean never, List<String> readBy) {}

  /** A clause. */
  record Term(
      String name,
      SubjectKind over,
      Span inForce,
      Optional<Condition> when,
      Optional<Demand> demand,
      Map<String, Way> ways,
      List<Exempt> exempt)
      implements Rival {

    Stream<Demand> demands() {
      return Stream.concat(
          demand.stream(), ways.values().stream().flatMap(way -> way.demand().stream()));
    }

    boolean isPermission() {
      return demands().anyMatch(Demand.Permit.class::isInstance);
    }

    /** Of all its readings. */
    Stream<Condition> conditions() {
      return Stream.of(
              when.stream(),
              ways.values().stream().flatMap(way -> way.when().stream()),
              demands().flatMap(Demand::conditions),
              exempt.stream().flatMap(Exempt::conditions))
          .flatMap(s -> s);
    }

    @Override
    public List<String> named() {
      return List.copyOf(ways.keySet());
    }

    @Override
    public List<String> readBy(String reading) {
      return ways.get(reading).readBy();
    }
  }

  record Amendment(
      String name,
      Point from,
      List<String> ends,
      Map<String, String> replaces,
      Map<String, Optional<Point>> suspends,
      List<Term> brings) {}

  /** Its clauses and those that amendments bring. */
  List<Term> all() {
    return Stream.concat(clauses.stream(), amendments.stream().flatMap(a -> a.brings().stream()))
        .toList();
  }

  /** The names of all readings, of words and of clauses. */
  Set<String> readings() {
    return Stream.concat(words.stream(), all().stream())
        .map(Rival.class::cast)
        .flatMap(rival -> rival.named().stream())
        .collect(Collectors.toSet());
  }

  /** The same with other clauses of its own. */
  Draft with(List<Term> others) {
    return new Draft(name, parties, profiles, terms, events, words, others, amendments);
  }
}
