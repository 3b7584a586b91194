package situs.placement;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Clauses given up.
 *
 * @param rest the best placement that keeps the others
 * @param premium what the others cost
 */
public record Waiver(Set<String> clauses, Optional<Kept> rest, Optional<Difference> premium) {
  public Waiver {
    clauses = Collections.unmodifiableSortedSet(new TreeSet<>(clauses));
  }
}
