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
 *     (Little's law), so that seconds of different flows may be added
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
