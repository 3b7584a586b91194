package situs.audit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.contract.Contracts;
import situs.contract.Facts;
import situs.contract.Held;
import situs.contract.Judge;
import situs.contract.Judgement;
import situs.contract.Measure;
import situs.contract.Sighting;
import situs.contract.TotalRule;
import situs.contract.Truth;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Scenario;

/** Of what that which a clause measures is made up: what counts for certain, the largest first. */
public final class Contributions {
  private final Contracts contracts;
  private final Sightings sightings;

  /** What is the same about several sightings. */
  private record Side(String name, boolean counts) {}

  /**
   * @param routes what went over routes
   * @param charges the bill
   */
  public Contributions(
      Scenario scenario,
      Contracts contracts,
      Placement placement,
      List<Expected> routes,
      List<Charge> charges) {
    this.contracts = contracts;
    this.sightings = new Sightings(scenario);
    for (Placed placed : placement.placed()) {
      sightings.add(placed, Facts.of(scenario, placed), Held.always(placed.instances()));
    }
    routes.forEach(route -> sightings.add(route, Facts.of(scenario, route.route())));
    charges.forEach(sightings::add);
  }

  /**
   * To what the clause of a judgement measures as it is read there.
   *
   * @param at by the law of that instant
   */
  public List<Contribution> to(Judgement judgement, Instant at) {
    TotalRule rule = judgement.clause().measure(judgement.reading()).orElseThrow();
    return rule.measured().map(measure -> to(judgement, rule, measure, at)).orElse(List.of());
  }

  private List<Contribution> to(Judgement judgement, TotalRule rule, Measure measure, Instant at) {
    Judge judge = new Judge(contracts);
    Map<Side, BigDecimal> sums = new LinkedHashMap<>();
    for (Sighting sighting : sightings.of(judgement.clause().over())) {
      Truth in =
          judge
              .speaksOf(
                  judgement.contract(),
                  judgement.clause(),
                  judgement.reading(),
                  sighting.facts(),
                  at)
              .speaks();
      Optional<BigDecimal> amount = sighting.amount(measure, sighting.fromS(), sighting.untilS());
      if (in == Truth.TRUE && amount.isPresent()) {
        Side side = new Side(sighting.name(), rule.counts(sighting.facts()));
        sums.merge(side, amount.get(), BigDecimal::add);
      }
    }
    return sums.entrySet().stream()
        .map(e -> new Contribution(e.getKey().name(), e.getValue(), e.getKey().counts()))
        .sorted(Comparator.comparing(Contribution::amount).reversed())
        .toList();
  }
}
