package situs.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import situs.contract.SlowEvaluator.Both;
import situs.contract.SlowEvaluator.Condition;
import situs.contract.SlowEvaluator.Demand;
import situs.contract.SlowEvaluator.Either;
import situs.contract.SlowEvaluator.Exempt;
import situs.contract.SlowEvaluator.Is;
import situs.contract.SlowEvaluator.Not;
import situs.contract.SlowEvaluator.Said;
import situs.contract.SlowEvaluator.Term;
import situs.contract.SlowEvaluator.Way;
import situs.contract.SlowEvaluator.Word;

/** Random contracts over a few facts, as terms and as the text of a file. */
final class RandomTerms {
  static final Map<String, List<String>> FACTS =
      new TreeMap<>(
          Map.of(
              "target.provider",
              List.of("a", "b"),
              "call.state",
              List.of("stateless", "stateful"),
              "customer.segment",
              List.of("s", "t"),
              "hop.to",
              List.of("model", "runtime")));
  private static final int DAYS = 4;

  private final Random random;
  private final List<Word> words = new ArrayList<>();

  RandomTerms(Random random) {
    this.random = random;
  }

  /** Each fact is known three times in four. */
  Map<String, Object> facts() {
    Map<String, Object> facts = new HashMap<>();
    FACTS.forEach(
        (name, values) -> {
          if (random.nextInt(4) > 0) {
            facts.put(name, values.get(random.nextInt(2)));
          }
        });
    return facts;
  }

  int day() {
    return random.nextInt(DAYS);
  }

  List<Term> terms() {
    words.clear();
    for (String name : List.of("one", "two")) {
      Map<String, Condition> readings = new LinkedHashMap<>();
      if (random.nextBoolean()) {
        readings.put("r1", condition(1));
      }
      if (random.nextBoolean()) {
        readings.put("r2", condition(1));
      }
      boolean base = readings.isEmpty() || random.nextBoolean();
      words.add(new Word(name, base ? Optional.of(condition(1)) : Optional.empty(), readings));
    }
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      terms.add(term("c" + i));
    }
    return terms;
  }

  private Term term(String id) {
    Map<String, Way> ways = new LinkedHashMap<>();
    for (String name : List.of("r1", "r2")) {
      if (random.nextInt(3) == 0) {
        boolean never = random.nextInt(4) == 0;
        ways.put(name, new Way(maybe(), never ? Optional.empty() : Optional.of(demand()), never));
      }
    }
    Optional<Demand> demand =
        ways.isEmpty() || random.nextBoolean() ? Optional.of(demand()) : Optional.empty();
    int from = random.nextInt(2);
    return new Term(id, from, from + 1 + random.nextInt(DAYS), maybe(), demand, ways, exempt(2));
  }

  /** The same clause, of fewer subjects under every reading. */
  Term narrower(Term term) {
    Condition more = is();
    Map<String, Way> ways = new LinkedHashMap<>();
    term.ways()
        .forEach(
            (name, way) ->
                ways.put(
                    name,
                    new Way(way.when().map(w -> new Both(w, more)), way.demand(), way.never())));
    Condition when = term.when().<Condition>map(w -> new Both(w, more)).orElse(more);
    return new Term(
        term.id(),
        term.fromDay(),
        term.untilDay(),
        Optional.of(when),
        term.demand(),
        ways,
        term.exempt());
  }

  private Optional<Condition> maybe() {
    return random.nextBoolean() ? Optional.of(condition(2)) : Optional.empty();
  }

  private Demand demand() {
    return new Demand(random.nextBoolean(), condition(2));
  }

  private List<Exempt> exempt(int depth) {
    List<Exempt> all = new ArrayList<>();
    int most = depth == 0 ? 0 : random.nextInt(depth + 2);
    for (int i = 0; i < most; i++) {
      int from = random.nextInt(2);
      Optional<Demand> instead = random.nextInt(3) == 0 ? Optional.of(demand()) : Optional.empty();
      int until = from + 1 + random.nextInt(DAYS);
      all.add(new Exempt("e" + i, condition(1), from, until, instead, exempt(depth - 1)));
    }
    return all;
  }

  private Condition condition(int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(5);
    return switch (kind) {
      case 1 -> new Not(condition(depth - 1));
      case 2 -> new Both(condition(depth - 1), condition(depth - 1));
      case 3 -> new Either(condition(depth - 1), condition(depth - 1));
      case 4 -> words.size() < 2 ? is() : new Said(words.get(random.nextInt(2)));
      default -> is();
    };
  }

  private Condition is() {
    List<String> names = FACTS.keySet().stream().sorted().toList();
    String name = names.get(random.nextInt(names.size()));
    return new Is(name, FACTS.get(name).get(random.nextInt(2)));
  }

  /** The contract's text. */
  String text(List<Term> terms) {
    StringBuilder out = new StringBuilder("contract: random\ndefine:\n");
    for (Word word : words) {
      out.append("  ").append(word.name()).append(": {over: route");
      word.base().ifPresent(base -> out.append(", means: ").append(quoted(base)));
      if (!word.readings().isEmpty()) {
        out.append(", readings: {").append(inner(word.readings())).append('}');
      }
      out.append("}\n");
    }
    out.append("clauses:\n");
    terms.forEach(term -> out.append(clause(term)));
    return out.toString();
  }

  private static String inner(Map<String, Condition> readings) {
    return readings.entrySet().stream()
        .map(e -> e.getKey() + ": " + quoted(e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String clause(Term term) {
    StringBuilder out = new StringBuilder("  " + term.id() + ": {text: t, cite: c, over: route");
    out.append(dates(term.fromDay(), term.untilDay()));
    term.when().ifPresent(when -> out.append(", when: ").append(quoted(when)));
    term.demand().ifPresent(demand -> out.append(demand(demand)));
    if (!term.ways().isEmpty()) {
      out.append(", readings: {");
      term.ways()
          .forEach((name, way) -> out.append(name).append(": {").append(way(way)).append("}, "));
      out.append('}');
    }
    return out.append(exempt(term.exempt())).append("}\n").toString();
  }

  private static String way(Way way) {
    String when = way.when().map(w -> "when: " + quoted(w) + ", ").orElse("");
    return when
        + (way.never() ? "objects: never" : demand(way.demand().orElseThrow()).substring(2));
  }

  private static String dates(int from, int until) {
    return ", in-force: {from: 2026-01-%02d, until: 2026-01-%02d}".formatted(from + 1, until + 1);
  }

  private static String demand(Demand demand) {
    return (demand.require() ? ", require: " : ", forbid: ") + quoted(demand.condition());
  }

  private static String exempt(List<Exempt> exempt) {
    if (exempt.isEmpty()) {
      return "";
    }
    return exempt.stream()
        .map(
            e ->
                e.label()
                    + ": {when: "
                    + quoted(e.when())
                    + dates(e.fromDay(), e.untilDay())
                    + e.instead().map(RandomTerms::demand).orElse("")
                    + exempt(e.unless())
                    + "}")
        .collect(Collectors.joining(", ", ", except: {", "}"));
  }

  private static String quoted(Condition condition) {
    return "'" + condition.text() + "'";
  }
}
