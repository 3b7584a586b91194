package situs.placement;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import situs.contract.Contracts;
import situs.contract.Facts;
import situs.contract.Judgement;
import situs.contract.Quota;
import situs.contract.Verdict;
import situs.model.Scenario;

/**
 * The clauses of contracts, asked at every instant of the run at which others come into force: a
 * placement stands for the whole run. Many lanes share their facts, so answers are kept.
 */
final class ContractLaw implements Law {
  private final Contracts contracts;
  private final List<Instant> instants;
  private final List<Quota> quotas;
  private final Predicate<Verdict> counts;
  private final Map<Facts, Set<ClauseReading>> answers = new HashMap<>();
  private final Map<ClauseReading, Set<String>> untold = new TreeMap<>();

  /** What cannot be told counts as an objection. */
  ContractLaw(Scenario scenario, Contracts contracts) {
    this(scenario, contracts, verdict -> true);
  }

  /** What cannot be told counts for nothing. */
  static ContractLaw certain(Scenario scenario, Contracts contracts) {
    return new ContractLaw(scenario, contracts, Verdict::objects);
  }

  private ContractLaw(Scenario scenario, Contracts contracts, Predicate<Verdict> counts) {
    this.contracts = contracts;
    this.counts = counts;
    Instant starts = scenario.starts();
    this.instants =
        Stream.concat(
                Stream.of(starts),
                contracts.changesBetween(starts, starts.plus(scenario.duration())).stream())
            .distinct()
            .toList();
    this.quotas = contracts.quotas(starts, starts.plus(scenario.duration()));
  }

  @Override
  public List<Quota> quotas() {
    return quotas;
  }

  @Override
  public Set<ClauseReading> against(Facts facts) {
    return answers.computeIfAbsent(facts, this::judged);
  }

  private Set<ClauseReading> judged(Facts facts) {
    Set<ClauseReading> objecting = new TreeSet<>();
    for (Instant at : instants) {
      for (Judgement judgement : contracts.objections(facts, at)) {
        if (counts.test(judgement.verdict())) {
          ClauseReading clause = new ClauseReading(name(judgement), judgement.reading());
          objecting.add(clause);
          note(clause, judgement.verdict());
        }
      }
    }
    return objecting;
  }

  private void note(ClauseReading clause, Verdict verdict) {
    if (verdict.isOpen()) {
      untold.computeIfAbsent(clause, c -> new TreeSet<>()).add(wanting(verdict));
    }
  }

  private static String wanting(Verdict verdict) {
    return verdict instanceof Verdict.Undetermined open && !open.fact().isEmpty()
        ? "cannot be told without " + open.fact()
        : verdict.reason();
  }

  @Override
  public Map<ClauseReading, Set<String>> untold() {
    return untold;
  }

  private static String name(Judgement judgement) {
    return judgement.contract().name() + "/" + judgement.clause().id();
  }
}
