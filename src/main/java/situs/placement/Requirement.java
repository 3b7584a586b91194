package situs.placement;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a clause that measures asks of a plan: what each lane adds, times the share of the flow that
 * takes it, and each instance of an option comes up to a least sum.
 *
 * @param byShare by lane; what is not there adds nothing
 * @param byInstance by id of the option, likewise
 */
record Requirement(
    ClauseReading clause, double least, Map<Lane, Double> byShare, Map<String, Double> byInstance) {

  Requirement {
    byShare = Map.copyOf(byShare);
    byInstance = Map.copyOf(byInstance);
  }

  double of(Lane lane) {
    return byShare.getOrDefault(lane, 0.0);
  }

  double of(Option option) {
    return byInstance.getOrDefault(option.id(), 0.0);
  }

  /** Whether an instance that carries nothing helps. */
  boolean rewards(Option option) {
    return of(option) > 0;
  }

  /** What is kept, by any margin, where this is not. */
  Requirement opposite() {
    // Not -1 times it: that would be another 0.
    return new Requirement(clause, 0 - least, negated(byShare), negated(byInstance));
  }

  /** The same with so much more asked. */
  Requirement by(double margin) {
    return new Requirement(clause, least + margin, byShare, byInstance);
  }

  private static <K> Map<K, Double> negated(Map<K, Double> factors) {
    return factors.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> 0 - e.getValue()));
  }

  /** The same in units of {@code one}, so that a solver's rows are of one size. */
  Requirement in(double one) {
    return new Requirement(clause, least / one, divided(byShare, one), divided(byInstance, one));
  }

  private static <K> Map<K, Double> divided(Map<K, Double> factors, double one) {
    return factors.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue() / one));
  }
}
