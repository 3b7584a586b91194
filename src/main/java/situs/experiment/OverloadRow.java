package situs.experiment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import situs.model.Placed;
import situs.simulation.PoolUse;

/**
 * A pool that more was asked of than it could do, over all replications.
 *
 * @param offeredPerS requests (or sessions) that wanted it, per second
 * @param completedPerS those that it completed, per second
 * @param turnedAwayShare of those that wanted it, found it full; 0 to 1
 * @param meanWaiting time average of the number that waited
 * @param replicas placed
 * @param meanReplicas time average of those that were rented
 * @param wouldDo replicas that complete at the same rate each what was offered: at the least, since
 *     peaks are higher than the mean; empty where fewer were rented than placed, since then it is a
 *     matter of when
 */
public record OverloadRow(
    String strategy,
    Placed placed,
    double offeredPerS,
    double completedPerS,
    double turnedAwayShare,
    double meanWaiting,
    int replicas,
    double meanReplicas,
    Optional<Integer> wouldDo) {
  /** Less is chance: a burst that once filled a queue. */
  private static final double NOTABLE_SHARE = 0.001;

  private static final double ROUNDING = 1e-6;

  /** By strategy, in the order of preference of its placement. */
  public static List<OverloadRow> of(Experiment experiment) {
    return experiment.results().stream().flatMap(OverloadRow::of).toList();
  }

  private static Stream<OverloadRow> of(StrategyResult result) {
    return result.placement().placed().stream().flatMap(p -> of(result, p).stream());
  }

  private static Optional<OverloadRow> of(StrategyResult result, Placed placed) {
    double seconds = 0;
    double arrivals = 0;
    double completions = 0;
    double turnedAway = 0;
    double waiting = 0;
    double inService = 0;
    double replicaS = 0;
    for (Run run : result.runs()) {
      for (PoolUse pool : run.observations().pools()) {
        if (pool.placement().equals(placed.id())) {
          double windowS = run.observations().windowS();
          seconds += windowS;
          arrivals += pool.arrivals();
          completions += pool.completions();
          turnedAway += pool.turnedAway();
          waiting += pool.meanWaiting() * windowS;
          inService += (pool.meanInSystem() - pool.meanWaiting()) * windowS;
          replicaS += meanReplicas(placed, pool, windowS) * windowS;
        }
      }
    }
    double offered = arrivals + turnedAway;
    boolean overloaded = turnedAway > NOTABLE_SHARE * offered || waiting > inService;
    if (!overloaded) {
      return Optional.empty();
    }
    double meanReplicas = replicaS / seconds;
    return Optional.of(
        new OverloadRow(
            result.strategy(),
            placed,
            offered / seconds,
            completions / seconds,
            turnedAway / offered,
            waiting / seconds,
            placed.replicas(),
            meanReplicas,
            meanReplicas > placed.replicas() - ROUNDING
                ? Optional.of(wouldDo(placed.replicas(), offered, completions))
                : Optional.empty()));
  }

  private static double meanReplicas(Placed placed, PoolUse pool, double windowS) {
    return pool.fleet().map(f -> f.replicaHours() * 3600 / windowS).orElse(1.0 * placed.replicas());
  }

  /** One more than there are at the least, for those were not enough. */
  private static int wouldDo(int replicas, double offered, double completed) {
    double proportional = completed > 0 ? Math.ceil(replicas * offered / completed) : 0;
    return (int) Math.max(replicas + 1, Math.min(Integer.MAX_VALUE, proportional));
  }
}
