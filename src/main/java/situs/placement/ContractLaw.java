package situs.placement;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import situs.contract.Contracts;
import situs.contract.Facts;
import situs.contract.Judgement;
import situs.contract.Quota;
import situs.model.Scenario;

/**
 * The clauses of contracts, asked at every instant of the run at which others come into force: a
 * placement stands for the whole run. Many lanes share their facts, so answers are kept.
 */
final class ContractLaw implements Law {
  private final Contracts contracts;
  private final List<Instant> instants;
  private final List<Quota> quotas;
  private final Map<Facts, Set<ClauseReading>> answers = new HashMap<>();

  ContractLaw(Scenario scenario, Contracts contracts) {
    this.contracts = contracts;
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
      contracts
          .objections(facts, at)
          .forEach(j -> objecting.add(new ClauseReading(name(j), j.reading())));
    }
    return objecting;
  }

  private static String name(Judgement judgement) {
    return judgement.contract().name() + "/" + judgement.clause().id();
  }
}
