package situs.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All subjects that a clause can tell apart: every combination of the values that its conditions
 * and rules mention, and of others. A condition that compares facts with values is true of some
 * subject if and only if it is true of one of these. Facts that are compared with each other share
 * their values, and each has another of its own, so that they may be alike or all differ.
 *
 * @param unsearched why there are none; empty: these are all
 */
public record FactSpace(List<Facts> subjects, List<Instant> dates, Optional<String> unsearched) {
  private static final int MOST = 50_000;
  private static final String OTHER = "some-other";

  /** Client, runtime and model, and one to spare. */
  private static final int STATIONS = 4;

  public FactSpace {
    subjects = List.copyOf(subjects);
    dates = List.copyOf(dates);
  }

  public static FactSpace of(Clause clause) {
    Optional<String> reason = unsearchable(clause);
    Map<String, Values> values = values(clause);
    double size = 1;
    for (Values of : values.values()) {
      size *= of.count();
    }
    if (reason.isEmpty() && size > MOST) {
      reason = Optional.of("its conditions tell more than " + MOST + " subjects apart");
    }
    return reason.isPresent()
        ? new FactSpace(List.of(), List.of(), reason)
        : new FactSpace(combined(clause.over(), values.values()), dates(clause), reason);
  }

  /** The values that the clause mentions, in words; empty where a subject has none of them. */
  public static String shown(Facts subject) {
    return subject.values().entrySet().stream()
        .filter(fact -> !fact.getValue().toString().startsWith(OTHER))
        .sorted(Map.Entry.comparingByKey())
        .map(fact -> fact.getKey() + " is " + situs.contract.Predicate.shown(fact.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static Stream<situs.contract.Predicate> conditions(Clause clause) {
    return Stream.concat(clause.base().stream(), clause.readings().values().stream())
        .flatMap(Reading::predicates);
  }

  private static Optional<String> unsearchable(Clause clause) {
    Predicate<Rule> plain =
        rule ->
            rule instanceof TotalRule
                || rule instanceof Require
                || rule instanceof Forbid
                || rule instanceof Permit
                || rule instanceof Exclusive
                || rule instanceof Residency
                || rule instanceof HopEnds;
    if (!clause.rules().allMatch(plain)) {
      return Optional.of("its rule asks for more than facts of the subject");
    }
    return conditions(clause)
        .filter(condition -> Vocabulary.of(condition.text()).computes())
        .map(condition -> "it computes with facts: " + condition.text())
        .findFirst();
  }

  private static Map<String, Values> values(Clause clause) {
    Map<String, Values> values = new TreeMap<>();
    conditions(clause).forEach(condition -> mentioned(condition, clause.over(), values));
    clause.rules().forEach(rule -> rule(rule, clause.over(), values));
    // What is compared with what is compared: until nothing is new.
    boolean more = true;
    while (more) {
      more = values.values().stream().map(Values::share).reduce(false, Boolean::logicalOr);
    }
    return values;
  }

  private static void mentioned(
      situs.contract.Predicate condition, SubjectKind over, Map<String, Values> values) {
    condition.conjuncts().forEach(operand -> mentioned(operand, over, values));
    if (condition.conjuncts().isEmpty()) {
      Vocabulary vocabulary = Vocabulary.of(condition.text());
      List<Values> own = condition.facts().stream().map(f -> of(f, over, values)).toList();
      for (Values of : own) {
        of.texts.addAll(vocabulary.texts());
        of.longest = Math.max(of.longest, vocabulary.longestList());
        if (vocabulary.comparesFacts()) {
          of.comparedWith.addAll(own);
        }
      }
    }
  }

  /** Values of a list are alike to a rule: one stands for all. */
  private static void rule(Rule rule, SubjectKind over, Map<String, Values> values) {
    List<Values> own = rule.facts(over).stream().map(f -> of(f, over, values)).toList();
    for (Values of : own) {
      named(rule).stream().findFirst().ifPresent(of.texts::add);
      if (rule instanceof HopEnds) {
        of.comparedWith.addAll(own);
      }
    }
  }

  private static Values of(String fact, SubjectKind over, Map<String, Values> values) {
    return values.computeIfAbsent(fact, f -> new Values(f, over));
  }

  private static List<String> named(Rule rule) {
    if (rule instanceof Exclusive exclusive) {
      return exclusive.holders();
    }
    if (rule instanceof Residency residency) {
      return residency.within();
    }
    // The role of a hop's start; of places any two will do.
    return rule instanceof HopEnds ? List.of("client") : List.of();
  }

  /** What one fact may be. */
  private static final class Values {
    private final String fact;
    private final boolean isTerm;
    private final boolean isList;
    private final Set<String> texts = new TreeSet<>();
    private final Set<Values> comparedWith = new LinkedHashSet<>();
    private int longest = STATIONS;

    Values(String fact, SubjectKind over) {
      this.fact = fact;
      this.isTerm = fact.startsWith("term.");
      this.isList = Fact.named(fact, over).map(Fact::isList).orElse(false);
    }

    /** Takes over what it is compared with and the texts of it; whether any was new. */
    boolean share() {
      boolean more = false;
      for (Values other : List.copyOf(comparedWith)) {
        more |= texts.addAll(other.texts);
        more |= comparedWith.addAll(other.comparedWith);
      }
      return more;
    }

    private List<String> words() {
      Stream<String> others =
          IntStream.range(0, Math.max(1, comparedWith.size()))
              .mapToObj(i -> i == 0 ? OTHER : OTHER + "-" + (i + 1));
      return Stream.concat(texts.stream(), others).toList();
    }

    double count() {
      double words = words().size();
      if (isTerm) {
        return 2;
      }
      return isList
          ? IntStream.rangeClosed(0, longest).mapToDouble(n -> Math.pow(words, n)).sum()
          : words;
    }

    List<Object> all() {
      if (isTerm) {
        return List.of(true, false);
      }
      return isList ? lists() : List.copyOf(words());
    }

    private List<Object> lists() {
      List<List<String>> all = new ArrayList<>(List.of(List.of()));
      List<List<String>> last = all;
      for (int length = 1; length <= longest; length++) {
        last =
            last.stream()
                .flatMap(
                    list ->
                        words().stream()
                            .map(word -> Stream.concat(list.stream(), Stream.of(word)).toList()))
                .toList();
        all.addAll(last);
      }
      return List.copyOf(all);
    }
  }

  private static List<Facts> combined(SubjectKind over, Collection<Values> values) {
    List<Map<String, Object>> all = List.of(Map.of());
    for (Values of : values) {
      List<Map<String, Object>> more = new ArrayList<>();
      List<Object> each = of.all();
      for (Map<String, Object> known : all) {
        for (Object value : each) {
          Map<String, Object> one = new LinkedHashMap<>(known);
          one.put(of.fact, value);
          more.add(one);
        }
      }
      all = more;
    }
    return all.stream().map(facts -> new Facts(over, facts)).toList();
  }

  /** One instant of every stretch in which the clause and its exceptions stay as they are. */
  static List<Instant> dates(Clause clause) {
    List<Instant> changes = clause.changes().sorted().distinct().toList();
    Stream<Instant> before = changes.stream().limit(1).map(first -> first.minusSeconds(1));
    Stream<Instant> always = changes.isEmpty() ? Stream.of(Instant.EPOCH) : Stream.empty();
    return Stream.of(always, before, changes.stream())
        .flatMap(s -> s)
        .filter(clause::isInForceAt)
        .toList();
  }
}
