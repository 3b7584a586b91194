package situs.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The meaning of clauses without CEL and without cleverness: what cannot be told is tried both
 * ways, and a verdict stands when it does not depend on the try.
 */
final class SlowEvaluator {

  /** A condition, and how it is written. */
  sealed interface Condition {
    String text();
  }

  record Is(String fact, String value) implements Condition {
    @Override
    public String text() {
      return fact + " == \"" + value + "\"";
    }
  }

  record Not(Condition inner) implements Condition {
    @Override
    public String text() {
      return "!(" + inner.text() + ")";
    }
  }

  record Both(Condition left, Condition right) implements Condition {
    @Override
    public String text() {
      return "(" + left.text() + ") && (" + right.text() + ")";
    }
  }

  record Either(Condition left, Condition right) implements Condition {
    @Override
    public String text() {
      return "(" + left.text() + ") || (" + right.text() + ")";
    }
  }

  record Said(Word word) implements Condition {
    @Override
    public String text() {
      return "word." + word.name();
    }
  }

  /** A word; what it means is by reading, else the base, else the first reading. */
  record Word(String name, Optional<Condition> base, Map<String, Condition> readings) {
    Condition under(String reading) {
      return Optional.ofNullable(readings.get(reading))
          .or(() -> base)
          .orElseGet(() -> readings.values().iterator().next());
    }
  }

  /** A demand: that a condition be true, or false. */
  record Demand(boolean require, Condition condition) {}

  record Exempt(
      String label,
      Condition when,
      int fromDay,
      int untilDay,
      Optional<Demand> instead,
      List<Exempt> unless) {}

  /** Of a reading; what it does not say is the clause's. */
  record Way(Optional<Condition> when, Optional<Demand> demand, boolean never) {}

  record Term(
      String id,
      int fromDay,
      int untilDay,
      Optional<Condition> when,
      Optional<Demand> demand,
      Map<String, Way> ways,
      List<Exempt> exempt) {}

  /** What a verdict comes to. */
  enum Answer {
    KEPT,
    OBJECTS,
    /** It depends on what is not known. */
    OPEN,
    /** Exceptions that apply say different things. */
    DISAGREE
  }

  private final Map<String, Object> facts;
  private final int day;
  private final String asked;

  /** By which words are read. */
  private String reading;

  private final List<Object> unknown = new ArrayList<>();
  private Map<Object, Boolean> tried = new IdentityHashMap<>();

  SlowEvaluator(Map<String, Object> facts, int day, String reading) {
    this.facts = facts;
    this.day = day;
    this.asked = reading;
    this.reading = reading;
  }

  /** Empty when the clause is not in force. */
  Optional<Answer> answer(Term term) {
    if (day < term.fromDay() || day >= term.untilDay()) {
      return Optional.empty();
    }
    Way way = term.ways().get(asked);
    if (way == null && term.demand().isEmpty()) {
      // Nobody names the reading: it is the first, words and all.
      String first = term.ways().keySet().iterator().next();
      way = term.ways().get(first);
      reading = words(term).anyMatch(w -> w.readings().containsKey(asked)) ? asked : first;
    }
    Optional<Condition> when =
        way == null ? term.when() : way.when().isPresent() ? way.when() : term.when();
    Optional<Demand> demand =
        way == null ? term.demand() : way.demand().isPresent() ? way.demand() : term.demand();
    if (way != null && way.never()) {
      return Optional.of(Answer.KEPT);
    }
    // Everything that is unknown is found by one try, and then tried both ways.
    collect(term.exempt());
    when.ifPresent(this::note);
    demand.ifPresent(d -> note(d.condition()));
    Answer common = null;
    for (int bits = 0; bits < 1 << unknown.size(); bits++) {
      tried = new IdentityHashMap<>();
      for (int i = 0; i < unknown.size(); i++) {
        tried.put(unknown.get(i), (bits >> i & 1) == 1);
      }
      Answer one = decided(term, when, demand.orElseThrow());
      if (common != null && common != one) {
        return Optional.of(Answer.OPEN);
      }
      common = one;
    }
    return Optional.ofNullable(common);
  }

  private static Stream<Word> words(Term term) {
    Stream<Condition> ways =
        term.ways().values().stream()
            .flatMap(
                w -> Stream.concat(w.when().stream(), w.demand().stream().map(Demand::condition)));
    return Stream.of(
            term.when().stream(),
            term.demand().stream().map(Demand::condition),
            ways,
            conditions(term.exempt()))
        .flatMap(s -> s)
        .flatMap(SlowEvaluator::words);
  }

  private static Stream<Condition> conditions(List<Exempt> exempt) {
    return exempt.stream()
        .flatMap(
            e ->
                Stream.of(
                        Stream.of(e.when()),
                        e.instead().stream().map(Demand::condition),
                        conditions(e.unless()))
                    .flatMap(s -> s));
  }

  private static Stream<Word> words(Condition condition) {
    if (condition instanceof Said said) {
      return Stream.of(said.word());
    }
    if (condition instanceof Not not) {
      return words(not.inner());
    }
    if (condition instanceof Both both) {
      return Stream.concat(words(both.left()), words(both.right()));
    }
    return condition instanceof Either either
        ? Stream.concat(words(either.left()), words(either.right()))
        : Stream.empty();
  }

  private void collect(List<Exempt> exempt) {
    for (Exempt e : exempt) {
      note(e.when());
      e.instead().ifPresent(d -> note(d.condition()));
      collect(e.unless());
    }
  }

  private void note(Condition condition) {
    if (value(condition) == null && unknown.stream().noneMatch(u -> u == condition)) {
      unknown.add(condition);
    }
  }

  private boolean truth(Condition condition) {
    Boolean known = value(condition);
    return known != null ? known : tried.get(condition);
  }

  /** Kleene's logic; null is unknown. */
  private Boolean value(Condition condition) {
    if (condition instanceof Is is) {
      Object fact = facts.get(is.fact());
      return fact == null ? null : fact.equals(is.value());
    }
    if (condition instanceof Not not) {
      Boolean inner = value(not.inner());
      return inner == null ? null : !inner;
    }
    if (condition instanceof Said said) {
      return value(said.word().under(reading));
    }
    boolean both = condition instanceof Both;
    Boolean left = value(both ? ((Both) condition).left() : ((Either) condition).left());
    Boolean right = value(both ? ((Both) condition).right() : ((Either) condition).right());
    Boolean deciding = !both;
    if (deciding.equals(left) || deciding.equals(right)) {
      return deciding;
    }
    return left == null || right == null ? null : both;
  }

  private Answer decided(Term term, Optional<Condition> when, Demand demand) {
    if (when.isPresent() && !truth(when.get())) {
      return Answer.KEPT;
    }
    List<Optional<Demand>> follows =
        consequences(Optional.of(demand), Optional.empty(), term.exempt());
    Map<Boolean, Integer> votes = new HashMap<>();
    follows.forEach(f -> votes.merge(f.map(this::holds).orElse(true), 1, Integer::sum));
    if (votes.size() > 1) {
      return Answer.DISAGREE;
    }
    return votes.containsKey(true) ? Answer.KEPT : Answer.OBJECTS;
  }

  private boolean holds(Demand demand) {
    return truth(demand.condition()) == demand.require();
  }

  /** What follows, an empty demand being freedom. */
  private List<Optional<Demand>> consequences(
      Optional<Demand> own, Optional<Demand> turned, List<Exempt> exempt) {
    List<Optional<Demand>> all = new ArrayList<>();
    for (Exempt e : exempt) {
      if (day >= e.fromDay() && day < e.untilDay() && truth(e.when())) {
        Optional<Demand> here = e.instead().isPresent() ? e.instead() : turned;
        all.addAll(consequences(here, own, e.unless()));
      }
    }
    return all.isEmpty() ? List.of(own) : all;
  }
}
