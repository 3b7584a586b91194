package situs.placement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.contract.Contracts;
import situs.contract.Facts;
import situs.contract.Judgement;
import situs.contract.Verdict;
import situs.model.Component;
import situs.model.InstanceType;
import situs.model.Region;
import situs.model.Route;
import situs.model.Scenario;

/**
 * Asks the contracts, under one reading, at every instant of the run at which other clauses come
 * into force: a placement stands for the whole run. A clause that cannot tell objects.
 */
final class ContractPermission implements Permission {
  private final Scenario scenario;
  private final Contracts contracts;
  private final String reading;
  private final List<Instant> instants;

  ContractPermission(Scenario scenario, Contracts contracts, String reading) {
    this.scenario = scenario;
    this.contracts = contracts;
    this.reading = reading;
    List<Instant> all = new ArrayList<>(List.of(scenario.starts()));
    all.addAll(
        contracts.changesBetween(scenario.starts(), scenario.starts().plus(scenario.duration())));
    this.instants = List.copyOf(all);
  }

  @Override
  public Optional<String> toPlace(Component component, Region region, Optional<InstanceType> type) {
    return objection(Facts.ofOption(scenario, component, region, type));
  }

  @Override
  public Optional<String> toRoute(Route route) {
    return objection(Facts.of(scenario, route));
  }

  private Optional<String> objection(Facts facts) {
    for (Instant at : instants) {
      if (!contracts.permits(facts, at, reading)) {
        return Optional.of(
            contracts.judge(facts, at).stream()
                .filter(j -> j.reading().equals(reading))
                .flatMap(j -> words(j).stream())
                .findFirst()
                .orElse("the " + reading + " does not permit it"));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> words(Judgement judgement) {
    String clause = judgement.contract().name() + "/" + judgement.clause().name() + ": ";
    if (judgement.verdict() instanceof Verdict.Violated violated) {
      return Optional.of(clause + violated.reason());
    }
    return judgement.verdict() instanceof Verdict.Undetermined undetermined
        ? Optional.of(clause + undetermined.reason())
        : Optional.empty();
  }
}
