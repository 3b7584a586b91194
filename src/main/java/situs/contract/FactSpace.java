package situs.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All subjects that a clause can tell apart: every combination of the values that its conditions
 * and rules mention, and one that they do not mention. A condition that compares facts with values
 * is true of some subject if and only if it is true of one of these.
 *
 * @param unsearched why there are none; empty: these are all
 */
public record FactSpace(List<Facts> subjects, List<Instant> dates, Optional<String> unsearched) {
  private static final int MOST = 50_000;
  private static final String OTHER = "some-other";
  private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"|'([^']*)'");
  private static final Pattern COMPUTED =
      Pattern.compile("matches\\(|size\\(|contains\\(|endsWith\\(|\\w\\[|event\\.");

  public FactSpace {
    subjects = List.copyOf(subjects);
    dates = List.copyOf(dates);
  }

  public static FactSpace of(Clause clause) {
    Optional<String> reason = unsearchable(clause);
    Map<String, Set<Object>> values = values(clause);
    long size = 1;
    for (Set<Object> of : values.values()) {
      size = Math.min(MOST + 1L, size * of.size());
    }
    if (reason.isEmpty() && size > MOST) {
      reason = Optional.of("its conditions tell more than " + MOST + " subjects apart");
    }
    return reason.isPresent()
        ? new FactSpace(List.of(), List.of(), reason)
        : new FactSpace(combined(clause.over(), values), dates(clause), reason);
  }

  /** The values that the clause mentions, in words; empty where a subject has none of them. */
  public static String shown(Facts subject) {
    return subject.values().entrySet().stream()
        .filter(fact -> !fact.getValue().equals(OTHER))
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
        .filter(condition -> COMPUTED.matcher(condition.text()).find())
        .map(condition -> "it computes with facts: " + condition.text())
        .findFirst();
  }

  /** Values by fact; every fact also has one that nothing mentions. */
  private static Map<String, Set<Object>> values(Clause clause) {
    Map<String, Set<String>> texts = new TreeMap<>();
    conditions(clause).forEach(condition -> mentioned(condition, texts));
    clause.rules().forEach(rule -> rule(rule, clause.over(), texts));
    Map<String, Set<Object>> values = new LinkedHashMap<>();
    texts.forEach(
        (fact, words) -> {
          Set<String> all = new LinkedHashSet<>(words);
          all.add(OTHER);
          values.put(fact, typed(fact, clause.over(), all));
        });
    return values;
  }

  private static void mentioned(
      situs.contract.Predicate condition, Map<String, Set<String>> texts) {
    condition.conjuncts().forEach(operand -> mentioned(operand, texts));
    if (condition.conjuncts().isEmpty()) {
      for (String fact : condition.facts()) {
        Set<String> words = texts.computeIfAbsent(fact, f -> new LinkedHashSet<>());
        Matcher literal = LITERAL.matcher(condition.text());
        while (literal.find()) {
          words.add(literal.group(1) == null ? literal.group(2) : literal.group(1));
        }
      }
    }
  }

  /** Values of a list are alike to a rule: one stands for all. */
  private static void rule(Rule rule, SubjectKind over, Map<String, Set<String>> texts) {
    List<String> named = named(rule);
    for (String fact : rule.facts(over)) {
      Set<String> words = texts.computeIfAbsent(fact, f -> new LinkedHashSet<>());
      named.stream().findFirst().ifPresent(words::add);
    }
  }

  private static List<String> named(Rule rule) {
    if (rule instanceof Exclusive exclusive) {
      return exclusive.holders();
    }
    if (rule instanceof Residency residency) {
      return residency.within();
    }
    // A role, and of two places one: with some other, both ends are alike or apart.
    return rule instanceof HopEnds ? List.of("client") : List.of();
  }

  private static Set<Object> typed(String fact, SubjectKind over, Set<String> words) {
    if (fact.startsWith("term.")) {
      return new LinkedHashSet<>(List.of(true, false));
    }
    if (Fact.named(fact, over).map(Fact::isList).orElse(false)) {
      Set<Object> lists = new LinkedHashSet<>();
      lists.add(List.of());
      words.forEach(one -> lists.add(List.of(one)));
      words.forEach(one -> words.forEach(two -> lists.add(List.of(one, two))));
      return lists;
    }
    return new LinkedHashSet<>(words);
  }

  private static List<Facts> combined(SubjectKind over, Map<String, Set<Object>> values) {
    List<Map<String, Object>> all = new ArrayList<>();
    all.add(Map.of());
    for (Map.Entry<String, Set<Object>> fact : values.entrySet()) {
      List<Map<String, Object>> more = new ArrayList<>();
      for (Map<String, Object> known : all) {
        for (Object value : fact.getValue()) {
          Map<String, Object> one = new LinkedHashMap<>(known);
          one.put(fact.getKey(), value);
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
