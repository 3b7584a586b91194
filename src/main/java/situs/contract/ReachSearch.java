package situs.contract;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Asks one clause about everything that could be, and gathers what comes of it. */
final class ReachSearch {
  private boolean inForce;
  private boolean speaks;
  private int subjects;
  private final Set<String> conditions = new LinkedHashSet<>();
  private final Set<String> held = new LinkedHashSet<>();
  private final Set<String> missing = new TreeSet<>();
  private final Set<String> known = new TreeSet<>();

  /** One reading of the clause, asked about one subject at one date. */
  private record Question(
      Contracts law, Contract contract, Clause clause, String reading, Facts told, Instant at) {

    Reading construed() {
      return clause.reading(reading);
    }

    /** Of a permission: whether it permits the subject. */
    Truth speaks() {
      Truth speaks = Deliberation.speaksOf(construed(), told, at).speaks();
      return construed().rule().orElse(null) instanceof Permit permit
          ? speaks.and(permit.predicate().test(told))
          : speaks;
    }

    List<String> circumstances() {
      return clause
          .measure(reading)
          .map(rule -> rule.circumstances(told, clause))
          .orElse(List.of());
    }
  }

  void through(Contracts law, Contract contract, Clause clause, List<Facts> world) {
    List<Instant> dates = dates(law, clause);
    List<Facts> asked = world.stream().filter(s -> s.kind() == clause.over()).toList();
    inForce |= !dates.isEmpty();
    subjects += asked.size();
    for (Facts subject : apart(clause, asked)) {
      // Only a run can tell who has room, and whoever has a right of first refusal may.
      Facts seen = subject.withRoom(law.holders());
      for (Instant date : dates) {
        for (String reading : law.readings()) {
          Facts told = law.told(contract, clause, reading, seen, date);
          ask(new Question(law, contract, clause, reading, told, date));
        }
      }
    }
  }

  Optional<Reach> found() {
    List<String> never = conditions.stream().filter(c -> !held.contains(c)).toList();
    List<String> unstated = missing.stream().filter(fact -> !known.contains(fact)).toList();
    return Optional.of(new Reach(subjects, speaks, never, unstated)).filter(reach -> inForce);
  }

  private static List<Instant> dates(Contracts law, Clause clause) {
    return Stream.concat(
            FactSpace.dates(clause).stream(), law.circumstances().events().values().stream())
        .filter(clause::isInForceAt)
        .distinct()
        .sorted()
        .toList();
  }

  /** One of each that the clause can tell apart. */
  private static Collection<Facts> apart(Clause clause, List<Facts> subjects) {
    Map<Object, Facts> apart = new LinkedHashMap<>();
    for (Facts subject : subjects) {
      apart.putIfAbsent(clause.asked(subject).<Object>map(asked -> asked).orElse(subject), subject);
    }
    return apart.values();
  }

  private void ask(Question question) {
    if (question.construed().rule().isEmpty()) {
      return;
    }
    for (Predicate condition : operands(question.construed())) {
      conditions.add(condition.text());
      if (condition.test(question.told()) != Truth.FALSE) {
        held.add(condition.text());
      }
    }
    if (question.speaks() != Truth.FALSE) {
      speaks = true;
      known.addAll(question.told().values().keySet());
      missing.addAll(missing(question));
      question.circumstances().forEach(name -> circumstance(name, question));
    }
  }

  private void circumstance(String name, Question question) {
    boolean isStated = question.law().circumstances().states(name);
    (isStated ? known : missing).add(name);
  }

  /** What must hold, one by one, for the clause to speak of a subject. */
  private static List<Predicate> operands(Reading reading) {
    Stream<Predicate> permits =
        reading.rule().orElse(null) instanceof Permit permit
            ? Stream.of(permit.predicate())
            : Stream.of();
    return Stream.concat(reading.when().stream(), permits)
        .flatMap(w -> w.conjuncts().isEmpty() ? Stream.of(w) : w.conjuncts().stream())
        .toList();
  }

  private static List<String> missing(Question question) {
    Rule rule = question.construed().rule().orElseThrow();
    // What a clause that permits would have to know is asked of that clause.
    if (rule instanceof SubjectRule && !(rule instanceof Permit || rule instanceof PermittedBy)) {
      Verdict verdict = question.clause().judge(question.told(), question.reading(), question.at());
      return verdict instanceof Verdict.Undetermined open ? named(open) : List.of();
    }
    return question.construed().predicates().flatMap(p -> open(p, question)).toList();
  }

  private static Stream<String> open(Predicate condition, Question question) {
    return condition.test(question.told()) == Truth.UNKNOWN
        ? condition.missing(question.told()).stream()
        : Stream.of();
  }

  private static List<String> named(Verdict.Undetermined open) {
    return Stream.of(open.fact().split(", ")).filter(fact -> !fact.isEmpty()).toList();
  }
}
