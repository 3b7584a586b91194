package situs.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import situs.audit.Standing;
import situs.model.Placed;
import situs.model.Scenario;
import situs.stats.Estimate;

/**
 * One strategy in one row; or one replication of it. Empty is unknown.
 *
 * @param replications how many it is over
 * @param costPerDay US dollars
 * @param totals over all replications
 * @param callsPerDay model calls completed, mean over replications
 * @param objectivesMetShare share of (objective, replication) pairs that were met
 * @param exposureUsd in the measured window, see {@link Exposure}; mean over replications. No sum
 *     of a day: lump sums, caps and floors do not grow with time
 * @param exposureBases where the remedies come from
 * @param placements how many there are; the next three divide them by standing
 * @param unplacedComponents how many found no place for some of their demand
 */
public record Summary(
    String strategy,
    int replications,
    Optional<Estimate> costPerDay,
    Totals totals,
    Optional<Double> callsPerDay,
    Optional<Double> objectivesMetShare,
    Optional<Double> energyKwhPerDay,
    Optional<Double> co2KgPerDay,
    int placements,
    int compliant,
    int contested,
    int breaching,
    Optional<Double> exposureUsd,
    List<String> exposureBases,
    Optional<Standing> standing,
    Map<String, Standing> byReading,
    int unplacedComponents) {

  /** One row a strategy. */
  public static List<Summary> of(Experiment experiment) {
    return experiment.results().stream().map(r -> of(experiment, r)).toList();
  }

  /** The row of a strategy, or of some of its replications. */
  public static Summary of(Experiment experiment, StrategyResult result) {
    Scenario scenario = experiment.scenario();
    List<Run> runs = result.runs();
    double days = experiment.days();
    Totals totals = Totals.of(runs);
    Standings standings = Standings.of(result);
    return new Summary(
        result.strategy(),
        runs.size(),
        Estimate.of(runs.stream().map(r -> r.bill().total().toDouble() / days).toList()),
        totals,
        runs.isEmpty() ? Optional.empty() : Optional.of(totals.calls() / days / runs.size()),
        Objectives.metShare(scenario, runs),
        meanPerDay(runs, days, r -> r.footprint().energyKwh()),
        meanPerDay(runs, days, r -> r.footprint().co2Kg()),
        result.placement().placed().size(),
        count(result, standings, Standing.COMPLIANT),
        count(result, standings, Standing.CONTESTED),
        count(result, standings, Standing.BREACH),
        mean(runs, r -> Exposure.usd(r.findings())),
        Exposure.bases(runs),
        standings.overall(),
        standings.byReading(),
        (int) result.placement().unplaced().stream().map(u -> u.component()).distinct().count());
  }

  private static int count(StrategyResult result, Standings standings, Standing standing) {
    return (int)
        result.placement().placed().stream()
            .map(Placed::id)
            .filter(id -> standings.ofPlacement(id) == standing)
            .count();
  }

  /** Empty as soon as one replication does not know its value. */
  private static Optional<Double> mean(List<Run> runs, Function<Run, Optional<Double>> value) {
    List<Double> known = runs.stream().map(value).flatMap(Optional::stream).toList();
    if (known.size() < runs.size()) {
      return Optional.empty();
    }
    return Estimate.of(known).map(Estimate::mean);
  }

  private static Optional<Double> meanPerDay(
      List<Run> runs, double days, Function<Run, Optional<Double>> value) {
    return mean(runs, value).map(mean -> mean / days);
  }
}
