package situs.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import situs.experiment.Criteria;
import situs.experiment.Criterion;
import situs.experiment.Experimenter;
import situs.experiment.Given;
import situs.experiment.Pairs;
import situs.experiment.Replication;
import situs.model.Scenario;
import situs.optimise.Effort;
import situs.placement.Caution;
import situs.placement.ClausePrices;
import situs.placement.Kept;
import situs.placement.Promises;
import situs.placement.Strategy;
import situs.placement.Waiver;
import situs.report.PriceTables.Simulated;
import situs.scenario.LoadedScenario;
import situs.stats.Estimate;
import situs.stats.Paired;

/**
 * Prices as bills and clocks have them: every optimum that a price is a difference of, simulated on
 * the same random streams.
 */
final class SimulatedPremiums {
  private static final Simulated SAME = new Simulated(exactly0(), some0(), some0());

  private final Scenario scenario;
  private final Map<Set<String>, String> names = new LinkedHashMap<>();
  private final Optional<Pairs> pairs;

  /**
   * @param prices of the same readings
   */
  SimulatedPremiums(
      LoadedScenario loaded,
      Predicate<String> readings,
      ClausePrices prices,
      Effort effort,
      int threads) {
    this.scenario = loaded.scenario();
    Promises promises = new Promises(loaded.scenario(), loaded.contracts(), effort);
    List<Strategy> placements = new ArrayList<>();
    optima(prices)
        .forEach(
            kept -> {
              String name = "plan " + (names.size() + 1);
              if (names.putIfAbsent(kept.sought(), name) == null) {
                promises
                    .best(
                        name,
                        c -> readings.test(c.reading()) && kept.sought().contains(c.clause()),
                        Caution.NONE)
                    .ifPresent(promise -> placements.add(new Given(name, promise.placement())));
              }
            });
    this.pairs =
        placements.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Pairs(
                    new Experimenter(Replication::new, threads, (done, all) -> {})
                        .run(loaded.scenario(), loaded.contracts(), placements)));
  }

  private static Stream<Kept> optima(ClausePrices prices) {
    return Stream.of(
            Stream.of(prices.without(), prices.with()),
            prices.clauses().stream().flatMap(p -> Stream.of(p.only(), p.rest())),
            prices.waivers().priced().stream().map(Waiver::rest))
        .flatMap(s -> s)
        .flatMap(Optional::stream);
  }

  /** What one costs more than another, and how much longer its calls take. */
  Optional<Simulated> difference(Optional<Kept> more, Optional<Kept> less) {
    return more.flatMap(m -> less.flatMap(l -> difference(m, l)));
  }

  /** The same, but for times the other way round: what giving up a clause does to them. */
  Optional<Simulated> waived(Optional<Kept> all, Optional<Kept> rest) {
    return difference(all, rest)
        .map(
            s ->
                new Simulated(
                    s.usdPerDay(),
                    s.callS().map(e -> e.times(-1)),
                    s.tailCallS().map(e -> e.times(-1))));
  }

  private Optional<Simulated> difference(Kept more, Kept less) {
    if (more.sought().equals(less.sought())) {
      return Optional.of(SAME);
    }
    return by(Criteria.bought(scenario), more, less)
        .map(
            usd ->
                new Simulated(
                    usd,
                    by(Criteria.meanCall(scenario), more, less),
                    by(Criteria.tailCall(scenario), more, less)));
  }

  private Optional<Estimate> by(Criterion criterion, Kept more, Kept less) {
    return pairs
        .flatMap(p -> p.difference(names.get(more.sought()), names.get(less.sought()), criterion))
        .map(Paired::difference);
  }

  /** One placement does not differ from itself. */
  private static Estimate exactly0() {
    return new Estimate(0, Optional.of(0.0));
  }

  private static Optional<Estimate> some0() {
    return Optional.of(exactly0());
  }
}
