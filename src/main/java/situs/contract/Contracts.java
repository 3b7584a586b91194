package situs.contract;

import java.time.Instant;
import java.util.List;

/** The contracts of a scenario. They have no clauses yet, so nothing objects. */
public record Contracts(List<Contract> contracts) {

  public Contracts {
    contracts = List.copyOf(contracts);
  }

  /** Every clause in force at that instant, under every reading. */
  public List<Judgement> judge(Facts facts, Instant at) {
    return List.of();
  }

  /** Whether no clause objects under that reading, and none cannot tell. */
  public boolean permits(Facts facts, Instant at, String reading) {
    return judge(facts, at).stream()
        .filter(j -> j.reading().equals(reading))
        .map(Judgement::verdict)
        .noneMatch(v -> v instanceof Verdict.Violated || v instanceof Verdict.Undetermined);
  }

  /** Instants between the two at which other clauses come into force. */
  public List<Instant> changesBetween(Instant from, Instant to) {
    return List.of();
  }
}
