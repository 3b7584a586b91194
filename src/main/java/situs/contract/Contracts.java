package situs.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The contracts of a scenario. */
public record Contracts(List<Contract> contracts) {
  public static final Contracts NONE = new Contracts(List.of());

  /** The reading of contracts that name none. */
  public static final String LETTER = "letter";

  public Contracts {
    contracts = List.copyOf(contracts);
  }

  /**
   * The readings that any clause names, in order of first sight; a clause that does not name one of
   * them is construed as it stands.
   */
  public List<String> readings() {
    Set<String> names = new LinkedHashSet<>();
    for (Contract contract : contracts) {
      contract.clauses().forEach(clause -> names.addAll(clause.readings().keySet()));
    }
    return names.isEmpty() && !contracts.isEmpty() ? List.of(LETTER) : List.copyOf(names);
  }

  /** What every clause in force says of a subject, under every reading. */
  public List<Judgement> judge(Facts facts, Instant at) {
    return judge(facts, at, readings());
  }

  private List<Judgement> judge(Facts facts, Instant at, List<String> readings) {
    List<Judgement> judgements = new ArrayList<>();
    for (Contract contract : contracts) {
      Facts known = facts.with(contract.settled());
      for (Clause clause : contract.clauses()) {
        if (clause.over() == facts.kind() && clause.inForce().at(at)) {
          for (String reading : readings) {
            judgements.add(new Judgement(contract, clause, reading, clause.judge(known, reading)));
          }
        }
      }
    }
    return judgements;
  }

  /** Judgements under one reading that object or cannot be told. */
  public List<Judgement> objections(Facts facts, Instant at, String reading) {
    return judge(facts, at, List.of(reading)).stream()
        .filter(
            j ->
                j.verdict() instanceof Verdict.Violated
                    || j.verdict() instanceof Verdict.Undetermined)
        .toList();
  }

  /** Whether no clause in force objects under that reading, or cannot tell. */
  public boolean permits(Facts facts, Instant at, String reading) {
    return objections(facts, at, reading).isEmpty();
  }

  /**
   * Instants from {@code from} (included) to {@code until} at which other clauses come into force.
   */
  public List<Instant> changesBetween(Instant from, Instant until) {
    Set<Instant> changes = new TreeSet<>();
    for (Contract contract : contracts) {
      for (Clause clause : contract.clauses()) {
        clause.inForce().from().ifPresent(changes::add);
        clause.inForce().until().ifPresent(changes::add);
      }
    }
    return changes.stream().filter(c -> !c.isBefore(from) && c.isBefore(until)).toList();
  }

  /** The contractual home provider: that of the first contract that names one. */
  public Optional<String> home() {
    return contracts.stream().flatMap(c -> c.home().stream()).findFirst();
  }
}
