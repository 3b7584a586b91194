package situs.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Walks through a reading of a clause the way that {@link Deliberation} does: {@code when}, then
 * the exceptions in force, then the rule that none of them displaces. The same walk lists every
 * branch that there is, and those that one subject takes.
 */
final class Branches {
  private final Contract contract;
  private final Clause clause;
  private final String reading;
  private final Function<situs.contract.Predicate, Set<Truth>> outcomes;
  private final Function<SubjectRule, Set<Truth>> rules;
  private final Predicate<Proviso> inForce;
  private final Set<Branch> found = new LinkedHashSet<>();

  private Branches(
      Contract contract,
      Clause clause,
      String reading,
      Function<situs.contract.Predicate, Set<Truth>> outcomes,
      Function<SubjectRule, Set<Truth>> rules,
      Predicate<Proviso> inForce) {
    this.contract = contract;
    this.clause = clause;
    this.reading = reading;
    this.outcomes = outcomes;
    this.rules = rules;
    this.inForce = inForce;
  }

  /**
   * Every branch of a contract.
   *
   * @param judged readings that are judged: a clause that does not name one of them is also
   *     construed as it stands
   */
  static List<Branch> of(Contract contract, List<String> judged) {
    Set<Truth> both = Set.of(Truth.TRUE, Truth.FALSE);
    List<Branch> all = new ArrayList<>();
    for (Clause clause : contract.clauses()) {
      all.add(new Branch(contract.name(), clause.id(), "", Branch.Part.CLAUSE, ""));
      Set<String> own = new LinkedHashSet<>(clause.readings().keySet());
      if (clause.base().isPresent() && !own.containsAll(judged)) {
        own.add("");
      }
      for (String name : own) {
        Branches walk =
            new Branches(contract, clause, name, condition -> both, rule -> both, p -> true);
        all.addAll(walk.walk(clause.reading(name)));
      }
    }
    return all;
  }

  /** The branches that the judgement of a subject takes. */
  static Set<Branch> taken(Contract contract, Clause clause, String name, Facts told, Instant at) {
    Reading construed = clause.reading(name);
    Branches walk =
        new Branches(
            contract,
            clause,
            written(clause, construed),
            condition -> Set.of(condition.test(told)),
            rule -> Set.of(rule.holds(told)),
            proviso -> proviso.inForce().at(at));
    walk.found.add(new Branch(contract.name(), clause.id(), "", Branch.Part.CLAUSE, ""));
    return walk.walk(construed);
  }

  /** The name under which a reading is written; a profile picks one of these. */
  private static String written(Clause clause, Reading construed) {
    return clause.readings().entrySet().stream()
        .filter(entry -> entry.getValue().equals(construed))
        .map(java.util.Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private Set<Branch> walk(Reading construed) {
    add(Branch.Part.READING, "");
    if (construed.rule().isPresent()) {
      Set<Truth> applies =
          construed.when().map(when -> condition("when ", when)).orElse(Set.of(Truth.TRUE));
      if (applies.contains(Truth.TRUE)) {
        consequence("", construed.rule(), construed.provisos());
      }
    }
    return found;
  }

  private void consequence(
      String label, Optional<? extends Rule> demanded, List<Proviso> exceptions) {
    boolean displaced = false;
    for (Proviso exception : exceptions) {
      if (inForce.test(exception)) {
        Set<Truth> applies = exception(exception);
        displaced |= !applies.contains(Truth.FALSE);
      }
    }
    if (!displaced) {
      demanded.ifPresent(rule -> rule(label, rule));
    }
  }

  private Set<Truth> exception(Proviso exception) {
    String label = "exception " + exception.label();
    Set<Truth> applies = condition(label + ": ", exception.when());
    if (applies.contains(Truth.TRUE)) {
      add(Branch.Part.EXCEPTION, label);
      consequence(label + " ", exception.instead(), exception.unless());
    }
    return applies;
  }

  private void rule(String label, Rule rule) {
    if (rule instanceof SubjectRule demand && !(rule instanceof Permit)) {
      Set<Truth> holds = rules.apply(demand);
      if (holds.contains(Truth.TRUE)) {
        add(Branch.Part.BRANCH, label + "demand kept");
      }
      if (holds.contains(Truth.FALSE)) {
        add(Branch.Part.BRANCH, label + "demand not kept");
      }
    }
    for (situs.contract.Predicate predicate : rule.predicates()) {
      if (rule instanceof Require || rule instanceof Forbid) {
        // The condition is the demand: what is left are its operands.
        predicate.conjuncts().forEach(operand -> condition(label, operand));
      } else {
        condition(label, predicate);
      }
    }
  }

  private Set<Truth> condition(String label, situs.contract.Predicate condition) {
    Set<Truth> truths = outcomes.apply(condition);
    outcome(truths, Truth.TRUE, label + condition.text() + " is true");
    outcome(truths, Truth.FALSE, label + condition.text() + " is false");
    condition.conjuncts().forEach(operand -> condition(label, operand));
    return truths;
  }

  private void outcome(Set<Truth> truths, Truth truth, String what) {
    if (truths.contains(truth)) {
      add(Branch.Part.BRANCH, what);
    }
  }

  private void add(Branch.Part part, String what) {
    found.add(new Branch(contract.name(), clause.id(), reading, part, what));
  }
}
