package situs.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * The compact letter display of pairwise comparisons: two things that share a letter cannot be told
 * apart, two that share none can (Piepho, Journal of Computational and Graphical Statistics 13,
 * 2004: insert and absorb).
 */
public final class Letters {
  private Letters() {}

  /**
   * The letters of things 0 to {@code count} - 1, which are in order of rank.
   *
   * @param apart whether two things can be told apart; asked with the lower number first
   */
  public static List<String> of(int count, BiPredicate<Integer, Integer> apart) {
    List<SortedSet<Integer>> groups = groups(count, apart);
    List<String> letters = new ArrayList<>();
    for (int thing = 0; thing < count; thing++) {
      StringBuilder own = new StringBuilder();
      for (int group = 0; group < groups.size(); group++) {
        if (groups.get(group).contains(thing)) {
          own.append(letter(group));
        }
      }
      letters.add(own.toString());
    }
    return letters;
  }

  /** The largest sets in which no two can be told apart, by their first members. */
  private static List<SortedSet<Integer>> groups(int count, BiPredicate<Integer, Integer> apart) {
    List<SortedSet<Integer>> groups = new ArrayList<>();
    SortedSet<Integer> all = new TreeSet<>();
    for (int thing = 0; thing < count; thing++) {
      all.add(thing);
    }
    groups.add(all);
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        if (apart.test(i, j)) {
          groups = parted(groups, i, j);
        }
      }
    }
    groups.sort(
        Comparator.<SortedSet<Integer>>comparingInt(SortedSet::first)
            .thenComparing(SortedSet::last)
            .thenComparing(Object::toString));
    return groups;
  }

  /** Every group that holds both becomes two; what lies within another group goes. */
  private static List<SortedSet<Integer>> parted(List<SortedSet<Integer>> groups, int i, int j) {
    List<SortedSet<Integer>> parted = new ArrayList<>();
    for (SortedSet<Integer> group : groups) {
      if (group.contains(i) && group.contains(j)) {
        parted.add(without(group, i));
        parted.add(without(group, j));
      } else {
        parted.add(group);
      }
    }
    List<SortedSet<Integer>> distinct = new ArrayList<>(parted.stream().distinct().toList());
    distinct.removeIf(
        small ->
            distinct.stream().anyMatch(large -> !large.equals(small) && large.containsAll(small)));
    return distinct;
  }

  private static SortedSet<Integer> without(SortedSet<Integer> group, int thing) {
    SortedSet<Integer> rest = new TreeSet<>(group);
    rest.remove(thing);
    return rest;
  }

  /** a to z, then aa and so on. */
  private static String letter(int index) {
    String last = String.valueOf((char) ('a' + index % 26));
    return index < 26 ? last : letter(index / 26 - 1) + last;
  }
}
