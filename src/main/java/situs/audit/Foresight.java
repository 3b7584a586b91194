package situs.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.UnaryOperator;
import situs.contract.Contracts;
import situs.contract.Facts;
import situs.contract.Judge;
import situs.contract.Judgement;
import situs.contract.Total;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Route;
import situs.model.Scenario;

/**
 * What clauses that measure find in a plan: the totals of an audit, of what is expected instead of
 * what was seen. Of what is not expected they find nothing.
 */
public final class Foresight {
  private Foresight() {}

  /**
   * What is planned.
   *
   * @param expected what is to go over routes
   * @param rented instances over time by {@link Placed#id()}; what is not here is there all the
   *     time
   */
  public record Plan(
      Placement placement,
      List<Expected> expected,
      Map<String, NavigableMap<Double, Integer>> rented) {}

  /**
   * What one reading of a clause finds in one of its periods.
   *
   * @param name of the total, unique for a clause and reading
   */
  public record Finding(String name, Judgement judgement, Total total) {}

  /** By contract, clause, reading and period. */
  public static List<Finding> of(Scenario scenario, Contracts contracts, Plan plan) {
    return of(scenario, contracts, plan, UnaryOperator.identity());
  }

  /** The same, as if what is the law at an instant were it from the first to the last. */
  public static List<Finding> by(Instant law, Scenario scenario, Contracts contracts, Plan plan) {
    return of(scenario, contracts, plan, at -> law);
  }

  private static List<Finding> of(
      Scenario scenario, Contracts contracts, Plan plan, UnaryOperator<Instant> law) {
    Sightings sightings = new Sightings(scenario);
    for (Placed placed : plan.placement().placed()) {
      sightings.add(placed, Facts.of(scenario, placed), Seen.held(plan.rented(), placed));
    }
    Map<Route, Facts> facts = new HashMap<>();
    for (Expected one : plan.expected()) {
      sightings.add(one, facts.computeIfAbsent(one.route(), r -> Facts.of(scenario, r)));
    }
    Judge judge = new Judge(contracts);
    List<Period> periods = Watch.periods(scenario, contracts);
    return new Totals(scenario, contracts, judge, periods, sightings, law)
        .all().stream()
            .map(found -> new Finding(found.name(), found.judgement(), found.total()))
            .toList();
  }
}
