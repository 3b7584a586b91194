package situs.placement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import situs.contract.Contracts;
import situs.model.Scenario;
import situs.optimise.Answer.Outcome;
import situs.optimise.Effort;

/** The front of a scenario, by figures. */
public final class Pareto {
  private static final double HOURS_PER_DAY = 24;

  private Pareto() {}

  /**
   * A placement that none beats in cost, latency, exposure and breaches without a price.
   *
   * @param usdPerDay rent and transfer
   * @param boundUsdPerDay no placement within its limits costs less
   * @param meanCallS as {@link Optima.Optimum#meanCallS}
   * @param exposureUsd remedies of a day of the plan, under the reading that makes it most
   * @param bases where the remedies come from
   * @param unpriced clauses in breach of which nobody knows what it costs
   * @param objections clauses that object, each reading by itself
   * @param mostCallS what the mean was limited to; empty where it was not
   * @param mostExposureUsd likewise
   * @param mostUnpriced likewise, a number
   */
  public record Point(
      double usdPerDay,
      double boundUsdPerDay,
      double meanCallS,
      double exposureUsd,
      Set<String> bases,
      Set<String> unpriced,
      Set<ClauseReading> objections,
      Outcome outcome,
      Optional<Double> mostCallS,
      Optional<Double> mostExposureUsd,
      int mostUnpriced) {}

  /**
   * The front, up to a stated resolution, as {@link Front} says.
   *
   * @param readings those that count
   * @param levels of latency and of exposure, 2 at least
   */
  public static List<Point> front(
      Scenario scenario,
      Contracts contracts,
      Predicate<String> readings,
      int levels,
      Effort effort) {
    Stages stages = Stages.of(scenario, new ContractLaw(scenario, contracts), Sizing.USUAL);
    Exposures exposures = Remedies.of(scenario, contracts, stages, readings);
    double calls = stages.stages().stream().mapToDouble(Optima::callsPerSecond).sum();
    return Front.of(stages, exposures, levels, effort).stream()
        .map(p -> told(p, calls, readings))
        .toList();
  }

  private static Point told(Front.Point point, double callsPerSecond, Predicate<String> readings) {
    Plan plan = point.plan();
    Set<ClauseReading> objections = new TreeSet<>(plan.objections());
    objections.removeIf(c -> !readings.test(c.reading()));
    return new Point(
        plan.usdPerHour() * HOURS_PER_DAY,
        plan.proof().bound() * HOURS_PER_DAY,
        plan.waiting() / callsPerSecond,
        point.exposureUsd(),
        point.bases(),
        point.unpriced(),
        objections,
        plan.proof().outcome(),
        limit(point.within().waiting() / callsPerSecond),
        limit(point.within().exposureUsd()),
        point.within().unpriced());
  }

  private static Optional<Double> limit(double limit) {
    return Optional.of(limit).filter(l -> !Double.isInfinite(l));
  }
}
