package situs.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import situs.experiment.Comparison;
import situs.experiment.ComparisonRow;
import situs.experiment.Criteria;
import situs.experiment.Criterion;
import situs.experiment.Experiment;
import situs.experiment.Experimenter;
import situs.experiment.Given;
import situs.experiment.Replication;
import situs.optimise.Effort;
import situs.placement.Caution;
import situs.placement.ClausePrices;
import situs.placement.ClauseReading;
import situs.placement.Promises;
import situs.placement.Strategy;
import situs.scenario.LoadedScenario;
import situs.stats.Estimate;
import situs.stats.Paired;

/**
 * Premiums as bills have them: the optimum that keeps all clauses against that without any, and
 * against those without one of them, simulated on the same random streams.
 */
final class SimulatedPremiums {
  private static final String COST = "cost_usd_per_day";
  private static final String ALL = "all";
  private static final String NONE = "none";

  private final Map<String, Estimate> dearer = new HashMap<>();

  /**
   * @param prices of the same readings; only clauses whose waiver saves something are simulated
   */
  SimulatedPremiums(
      LoadedScenario loaded,
      Predicate<String> readings,
      ClausePrices prices,
      Effort effort,
      int threads) {
    Promises promises = new Promises(loaded.scenario(), loaded.contracts(), effort);
    List<Strategy> placements = new ArrayList<>();
    if (prices.with().isPresent()) {
      add(placements, ALL, promises, c -> readings.test(c.reading()));
      add(placements, NONE, promises, c -> false);
      for (ClausePrices.Price price : prices.clauses()) {
        if (price.waived().orElse(0.0) > 0) {
          add(
              placements,
              price.clause(),
              promises,
              c -> readings.test(c.reading()) && !c.clause().equals(price.clause()));
        }
      }
    }
    if (placements.size() > 1) {
      compare(loaded, placements, threads);
    }
  }

  private static void add(
      List<Strategy> placements, String name, Promises promises, Predicate<ClauseReading> binding) {
    promises
        .best(name, binding, Caution.NONE)
        .ifPresent(promise -> placements.add(new Given(name, promise.placement())));
  }

  private void compare(LoadedScenario loaded, List<Strategy> placements, int threads) {
    Experiment experiment =
        new Experimenter(Replication::of, threads, (done, all) -> {})
            .run(loaded.scenario(), loaded.contracts(), placements);
    List<Criterion> cost =
        Criteria.of(loaded.scenario()).stream().filter(c -> c.name().equals(COST)).toList();
    for (ComparisonRow row : Comparison.of(experiment, ALL, cost).rows()) {
      row.difference()
          .map(Paired::difference)
          .ifPresent(saving -> dearer.put(row.strategy(), saving.times(-1)));
    }
  }

  /** What all clauses cost. */
  Optional<Estimate> premium() {
    return Optional.ofNullable(dearer.get(NONE));
  }

  /** What the waiver of one saves. */
  Optional<Estimate> waiver(String clause) {
    return Optional.ofNullable(dearer.get(clause));
  }
}
