package situs.placement;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import situs.contract.Facts;
import situs.contract.Quota;

/**
 * A law of which one clause does not bind where any of some regions has part.
 *
 * @param clause {@code contract/clause}
 */
record Spared(Law whole, String clause, Set<String> regions) implements Law {

  Spared {
    regions = Set.copyOf(regions);
  }

  @Override
  public Set<ClauseReading> against(Facts facts) {
    Set<ClauseReading> against = whole.against(facts);
    return hasPart(facts)
        ? against.stream()
            .filter(c -> !c.clause().equals(clause))
            .collect(Collectors.toCollection(TreeSet::new))
        : against;
  }

  @Override
  public List<Quota> quotas() {
    return whole.quotas();
  }

  private boolean hasPart(Facts facts) {
    Predicate<Object> spared = regions::contains;
    Object place = facts.values().get("placement.region");
    return (place != null && spared.test(place))
        || facts.values().get("chain_regions") instanceof List<?> chain
            && chain.stream().anyMatch(spared);
  }
}
