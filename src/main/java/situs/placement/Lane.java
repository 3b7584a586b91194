package situs.placement;

import java.util.Set;
import java.util.function.Predicate;

/**
 * A flow on its way to one option. Figures are those of the whole flow.
 *
 * @param id its place in {@link Stages}
 * @param transferUsdPerHour for its data, at the mean rate
 * @param usageUsdPerHour for what is paid by use, such as tokens of a managed model
 * @param waiting calls and turns that are under way at once, at the mean rate: rate times seconds
 *     (Little's law), so that seconds of different flows may be added; without the calls at a pool
 *     that is the slower the fuller it is ({@link Occupancy})
 * @param late whether even the mean time misses an objective of the caller
 * @param against clauses that object to the option or to the route
 */
record Lane(
    int id,
    Flow flow,
    Option option,
    double transferUsdPerHour,
    double usageUsdPerHour,
    double waiting,
    boolean late,
    Set<ClauseReading> against) {

  /** What it takes of the option at the mean rate, where the option's work is of the peak. */
  double meanWork() {
    return option.work(flow) * flow.meanPerSecond() / flow.peakPerSecond();
  }

  /** Whether none of the clauses that bind objects. */
  boolean lawful(Predicate<ClauseReading> binding) {
    return against.stream().noneMatch(binding);
  }

  /** The rest of it goes deep into the scenario, and lanes are keys of maps by the thousand. */
  @Override
  public int hashCode() {
    return id;
  }
}
