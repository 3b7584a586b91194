package situs.placement;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import situs.contract.Facts;
import situs.contract.Quota;

/**
 * A law of which one clause asks less.
 *
 * @param clause that one
 * @param spared subjects to which it does not object any more
 * @param points by which its share may be missed, 0 to 1
 * @param part of its sum that is not asked for any more, 0 to 1
 */
record Eased(Law whole, String clause, Predicate<Facts> spared, double points, double part)
    implements Law {

  @Override
  public Set<ClauseReading> against(Facts facts) {
    Set<ClauseReading> against = whole.against(facts);
    return spared.test(facts)
        ? against.stream()
            .filter(c -> !c.clause().equals(clause))
            .collect(Collectors.toCollection(TreeSet::new))
        : against;
  }

  @Override
  public List<Quota> quotas() {
    return whole.quotas().stream()
        .map(q -> q.clause().equals(clause) ? q.eased(q.least() * (1 - part), points) : q)
        .toList();
  }
}
