package situs.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Judges many subjects at once. What a clause says depends on the facts that it asks for, and of
 * hundreds of routes few differ in these: each case is decided once, for all threads.
 */
public final class Judge {
  private final Contracts contracts;
  private final List<String> readings;
  private final Map<Clause, Map<Case, List<Verdict>>> verdicts = byClause();
  private final Map<Clause, Map<Case, Map<String, Verdict>>> single = byClause();
  private final Map<Clause, Map<Case, Map<String, Scope>>> counted = byClause();

  /** What a clause asks for, and what it is told. */
  private record Case(Instant at, List<Object> answers) {}

  public Judge(Contracts contracts) {
    this.contracts = contracts;
    this.readings = contracts.readings();
  }

  /** The same clause is the same object: to compare what is in it takes longer than to judge. */
  private static <V> Map<Clause, V> byClause() {
    return Collections.synchronizedMap(new IdentityHashMap<>());
  }

  /** As {@link Contracts#judge(Facts, Instant)}. */
  public List<Judgement> judge(Facts facts, Instant at) {
    List<Judgement> judgements = new ArrayList<>();
    for (Contract contract : contracts.contracts()) {
      for (Clause clause : contract.clauses()) {
        if (clause.judges(facts.kind()) && clause.inForce().at(at)) {
          List<Verdict> all =
              once(
                  verdicts,
                  clause,
                  facts,
                  at,
                  () -> contracts.verdicts(contract, clause, facts, at, readings));
          for (int i = 0; i < all.size(); i++) {
            judgements.add(new Judgement(contract, clause, readings.get(i), all.get(i)));
          }
        }
      }
    }
    return judgements;
  }

  /** What one clause says under one reading; empty where it does not judge such a subject then. */
  public Optional<Judgement> judge(
      Contract contract, Clause clause, String reading, Facts facts, Instant at) {
    if (!clause.judges(facts.kind()) || !clause.inForce().at(at)) {
      return Optional.empty();
    }
    Verdict verdict =
        once(single, clause, facts, at, ConcurrentHashMap::new)
            .computeIfAbsent(
                reading, r -> contracts.verdicts(contract, clause, facts, at, List.of(r)).get(0));
    return Optional.of(new Judgement(contract, clause, reading, verdict));
  }

  /** Whether a reading of a clause that measures speaks of a subject. */
  public Scope speaksOf(Contract contract, Clause clause, String reading, Facts facts, Instant at) {
    return once(counted, clause, facts, at, ConcurrentHashMap::new)
        .computeIfAbsent(reading, r -> contracts.speaksOf(contract, clause, r, facts, at));
  }

  private static <V> V once(
      Map<Clause, Map<Case, V>> known, Clause clause, Facts facts, Instant at, Supplier<V> made) {
    Optional<List<Object>> answers = clause.asked(facts);
    return answers.isEmpty()
        ? made.get()
        : known
            .computeIfAbsent(clause, c -> new ConcurrentHashMap<>())
            .computeIfAbsent(new Case(at, answers.get()), c -> made.get());
  }
}
