package situs.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import situs.placement.Optima.Optimum;

/**
 * Which regions could be added to those where a clause allows things: each that helps by itself;
 * where none does, the smallest sets that help. More regions never help less.
 *
 * @param candidates where the clause objects to anything
 * @param search for the best once it does not bind in some of them
 * @param helps whether that is worth telling
 */
record RegionSets(
    List<String> candidates,
    Function<List<String>, Sought<Optimum>> search,
    Predicate<Optimum> helps) {
  /** Beyond triples nobody weighs one set against another. */
  private static final int LARGEST = 3;

  /** Sets of one size are tried if they are no more. */
  private static final int MOST = 50;

  /** With what was found, or could not be decided, for each. */
  Map<List<String>, Sought<Optimum>> smallest() {
    for (int size = 1; size <= Math.min(LARGEST, candidates.size()); size++) {
      List<List<String>> sets = sets(0, size);
      Map<List<String>, Sought<Optimum>> told =
          size == 1 || sets.size() <= MOST ? told(sets) : Map.of();
      if (!told.isEmpty()) {
        return told;
      }
    }
    return candidates.size() > 1 ? told(List.of(irreducible())) : Map.of();
  }

  private Map<List<String>, Sought<Optimum>> told(List<List<String>> sets) {
    Map<List<String>, Sought<Optimum>> told = new LinkedHashMap<>();
    for (List<String> set : sets) {
      Sought<Optimum> then = search.apply(set);
      if (then instanceof Sought.Undecided || helps(then)) {
        told.put(set, then);
      }
    }
    return told;
  }

  private boolean helps(Sought<Optimum> then) {
    return then.found().filter(helps).isPresent();
  }

  /** A set of which each region is needed: of all, without one after the other that is not. */
  private List<String> irreducible() {
    List<String> left = candidates;
    for (String region : candidates) {
      List<String> fewer = left.stream().filter(r -> !r.equals(region)).toList();
      left = helps(search.apply(fewer)) ? fewer : left;
    }
    return left;
  }

  private List<List<String>> sets(int from, int size) {
    if (size == 0) {
      return List.of(List.of());
    }
    List<List<String>> sets = new ArrayList<>();
    for (int i = from; i < candidates.size(); i++) {
      for (List<String> rest : sets(i + 1, size - 1)) {
        List<String> set = new ArrayList<>(List.of(candidates.get(i)));
        set.addAll(rest);
        sets.add(set);
      }
    }
    return sets;
  }
}
