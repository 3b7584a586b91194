package situs.contract;

import java.util.HashSet;
import java.util.Set;

/** The truth values that something may have; with both, it cannot be told. */
final class Possible {
  static final Set<Boolean> EITHER = Set.of(true, false);

  private Possible() {}

  static Set<Boolean> not(Set<Boolean> inner) {
    Set<Boolean> all = new HashSet<>();
    inner.forEach(value -> all.add(!value));
    return all;
  }

  static Set<Boolean> and(Set<Boolean> left, Set<Boolean> right) {
    Set<Boolean> all = new HashSet<>();
    left.forEach(l -> right.forEach(r -> all.add(l && r)));
    return all;
  }

  static Set<Boolean> or(Set<Boolean> left, Set<Boolean> right) {
    return not(and(not(left), not(right)));
  }
}
