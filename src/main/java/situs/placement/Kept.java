package situs.placement;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import situs.placement.Optima.Optimum;

/**
 * The best placement that keeps some clauses.
 *
 * @param sought the clauses under which it was searched: those that it keeps beside them object to
 *     nothing of it
 */
public record Kept(Set<String> sought, Optimum optimum) {
  public Kept {
    sought = Collections.unmodifiableSortedSet(new TreeSet<>(sought));
  }
}
