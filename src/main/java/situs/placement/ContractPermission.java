package situs.placement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import situs.contract.Contracts;
import situs.contract.Facts;
import situs.contract.Judgement;
import situs.model.Component;
import situs.model.Offer;
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
    Instant starts = scenario.starts();
    this.instants =
        Stream.concat(
                Stream.of(starts),
                contracts.changesBetween(starts, starts.plus(scenario.duration())).stream())
            .distinct()
            .toList();
  }

  @Override
  public Optional<String> toPlace(Component component, Region region, Optional<Offer> offer) {
    return objection(Facts.ofOption(scenario, component, region, offer));
  }

  @Override
  public Optional<String> toRoute(Route route) {
    return objection(Facts.of(scenario, route));
  }

  private Optional<String> objection(Facts facts) {
    return instants.stream()
        .flatMap(at -> contracts.objections(facts, at, reading).stream())
        .findFirst()
        .map(ContractPermission::words);
  }

  private static String words(Judgement judgement) {
    return "%s/%s: %s"
        .formatted(
            judgement.contract().name(), judgement.clause().id(), judgement.verdict().reason());
  }
}
