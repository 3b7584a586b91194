package situs.contract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import situs.contract.Draft.Exempt;
import situs.contract.Draft.Term;
import situs.contract.Draft.Word;

/**
 * The meaning of contracts without CEL and without cleverness, after docs/contracts.md: what cannot
 * be told is tried both ways, and a verdict stands when it does not depend on the try.
 */
final class SlowEvaluator {

  /** What a clause comes to. */
  enum Answer {
    NOT_IN_FORCE,
    NOT_APPLICABLE,
    KEPT,
    FORBIDDEN,
    NOT_PERMITTED,
    /** It depends on what is not known. */
    UNDETERMINED,
    /** Exceptions that apply say different things. */
    DISAGREE
  }

  /**
   * A subject on a day.
   *
   * @param settled open terms that the circumstances settle
   */
  record Case(
      SubjectKind kind, Map<String, Object> facts, SlowTime time, Map<String, Boolean> settled) {}

  /**
   * What a clause may come to, over all ways that the unknown may be.
   *
   * @param isTold whether nothing that it asks for is unknown
   * @param unstated facts that it asks for and that nobody states
   * @param hasValue whether all its conditions have a value once all is stated
   */
  record Finding(Set<Answer> answers, boolean isTold, Set<String> unstated, boolean hasValue) {}

  private static final String PERMIT = "permit.";

  private final Draft draft;
  private final Case subject;
  private final String asked;

  SlowEvaluator(Draft draft, Case subject, String asked) {
    this.draft = draft;
    this.subject = subject;
    this.asked = asked;
  }

  /** Of a clause over such subjects. */
  Finding finding(Term term) {
    if (!subject.time().isInForce(draft, term)) {
      return new Finding(Set.of(Answer.NOT_IN_FORCE), true, Set.of(), true);
    }
    SlowReading reading = SlowReading.of(draft, term, asked);
    Condition.World world = world(reading);
    Map<Object, Set<Boolean>> may = new IdentityHashMap<>();
    reading.when().ifPresent(when -> may.put(when, when.may(world)));
    reading.demand().ifPresent(demand -> may.put(demand, demand.may(world)));
    collect(reading.exempt(), world, may);
    return new Finding(
        answers(reading, may),
        may.values().stream().allMatch(values -> values.size() == 1),
        unstated(reading, world),
        reading.conditions(world).noneMatch(Condition.Station.class::isInstance));
  }

  private static void collect(
      List<Exempt> exempt, Condition.World world, Map<Object, Set<Boolean>> may) {
    for (Exempt e : exempt) {
      may.put(e.when(), e.when().may(world));
      e.instead().ifPresent(demand -> may.put(demand, demand.may(world)));
      collect(e.unless(), world, may);
    }
  }

  /** Each condition and demand is tried as all that it may be. */
  private Set<Answer> answers(SlowReading reading, Map<Object, Set<Boolean>> may) {
    List<Object> unknown = may.keySet().stream().filter(k -> may.get(k).size() > 1).toList();
    Set<Answer> answers = EnumSet.noneOf(Answer.class);
    for (int bits = 0; bits < 1 << unknown.size(); bits++) {
      Map<Object, Boolean> tried = new IdentityHashMap<>();
      may.forEach((item, values) -> tried.put(item, values.contains(true)));
      for (int i = 0; i < unknown.size(); i++) {
        tried.put(unknown.get(i), (bits >> i & 1) == 1);
      }
      answers.add(decided(reading, tried));
    }
    return answers;
  }

  private Answer decided(SlowReading reading, Map<Object, Boolean> tried) {
    if (reading.demand().isEmpty() || reading.when().stream().anyMatch(w -> !tried.get(w))) {
      return Answer.NOT_APPLICABLE;
    }
    List<Answer> follow =
        consequences(reading.demand(), Optional.empty(), reading.exempt(), tried).stream()
            .map(demand -> demand.map(d -> answer(d, tried.get(d))).orElse(Answer.NOT_APPLICABLE))
            .toList();
    boolean agree = follow.stream().map(SlowEvaluator::objects).distinct().count() == 1;
    // Of several that agree, the first in the file is heard.
    return agree ? follow.get(0) : Answer.DISAGREE;
  }

  static boolean objects(Answer answer) {
    return answer == Answer.FORBIDDEN || answer == Answer.NOT_PERMITTED;
  }

  private static Answer answer(Demand demand, boolean holds) {
    if (holds) {
      return Answer.KEPT;
    }
    return demand instanceof Demand.Permit
        ? Answer.NOT_APPLICABLE
        : demand instanceof Demand.PermittedBy ? Answer.NOT_PERMITTED : Answer.FORBIDDEN;
  }

  /** What follows, an empty demand being freedom. */
  private List<Optional<Demand>> consequences(
      Optional<Demand> own,
      Optional<Demand> turned,
      List<Exempt> exempt,
      Map<Object, Boolean> tried) {
    List<Optional<Demand>> all = new ArrayList<>();
    for (Exempt e : exempt) {
      if (subject.time().isWithin(e.inForce()) && tried.get(e.when())) {
        Optional<Demand> here = e.instead().or(() -> turned);
        all.addAll(consequences(here, own, e.unless(), tried));
      }
    }
    return all.isEmpty() ? List.of(own) : all;
  }

  private Set<String> unstated(SlowReading reading, Condition.World world) {
    Set<String> asks = new HashSet<>();
    reading.conditions(world).forEach(condition -> asks.addAll(condition.asks()));
    reading.demands().forEach(demand -> asks.addAll(demand.asks()));
    asks.removeIf(name -> fact(name).isPresent());
    Set<String> behind = new HashSet<>();
    asks.stream()
        .filter(name -> name.startsWith(PERMIT))
        .forEach(name -> behind.addAll(unstated(permission(name.substring(PERMIT.length())))));
    asks.addAll(behind);
    return asks;
  }

  /** What a permission asks for is asked for by the clause that leaves it to it. */
  private Set<String> unstated(Term permission) {
    SlowReading reading = SlowReading.of(draft, permission, asked);
    return unstated(reading, world(reading));
  }

  private Term permission(String name) {
    return draft.all().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private Condition.World world(SlowReading reading) {
    return new Condition.World() {
      @Override
      public Optional<Object> fact(String name) {
        return SlowEvaluator.this.fact(name);
      }

      @Override
      public Condition meaning(Word word) {
        return reading.meaning().apply(word);
      }

      @Override
      public Set<Boolean> permits(String clause) {
        return SlowEvaluator.this.permits(clause);
      }
    };
  }

  private Optional<Object> fact(String name) {
    String own = name.substring(name.indexOf('.') + 1);
    if (name.startsWith("term.")) {
      return Optional.ofNullable(subject.settled().get(own))
          .or(() -> draft.terms().get(own))
          .map(Object.class::cast);
    }
    return name.startsWith("event.")
        ? Optional.of(subject.time().hasHappened(own))
        : Optional.ofNullable(subject.facts().get(name));
  }

  /** Whether a permission is in force, speaks of the subject, exempts it not, and says yes. */
  private Set<Boolean> permits(String clause) {
    Term term = permission(clause);
    SlowReading reading = SlowReading.of(draft, term, asked);
    if (!subject.time().isInForce(draft, term) || reading.demand().isEmpty()) {
      return Set.of(false);
    }
    Condition.World world = world(reading);
    Set<Boolean> permits = reading.demand().get().may(world);
    for (Condition when : reading.when().stream().toList()) {
      permits = Possible.and(permits, when.may(world));
    }
    for (Exempt exempt : reading.exempt()) {
      if (subject.time().isWithin(exempt.inForce())) {
        permits = Possible.and(permits, Possible.not(exempt.when().may(world)));
      }
    }
    return permits;
  }
}
