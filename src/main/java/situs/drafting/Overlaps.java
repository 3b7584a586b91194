package situs.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import situs.contract.Facts;

/** Which exceptions of a clause apply to the same subjects. */
final class Overlaps {
  /** Exceptions that apply together, the first subject with each. */
  private final Map<List<String>, Facts> together = new LinkedHashMap<>();

  private final Set<List<String>> disagreeing = new LinkedHashSet<>();

  /**
   * Two exceptions that apply to one subject, and never disagree.
   *
   * @param idle the one that applies to no subject without the other
   */
  record Pair(String one, String other, Facts witness, Optional<String> idle) {}

  /** What applies to one subject. */
  void add(List<String> exceptions, boolean disagree, Facts subject) {
    together.putIfAbsent(exceptions, subject);
    if (disagree) {
      disagreeing.add(exceptions);
    }
  }

  List<Pair> agreeing() {
    Map<List<String>, Pair> pairs = new LinkedHashMap<>();
    together.forEach(
        (labels, subject) -> {
          for (List<String> two : twosOf(labels)) {
            if (disagreeing.stream().noneMatch(all -> all.containsAll(two))) {
              pairs.putIfAbsent(two, pair(two.get(0), two.get(1), subject));
            }
          }
        });
    return List.copyOf(pairs.values());
  }

  private static List<List<String>> twosOf(List<String> labels) {
    List<List<String>> twos = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      for (int j = i + 1; j < labels.size(); j++) {
        twos.add(List.of(labels.get(i), labels.get(j)));
      }
    }
    return twos;
  }

  private Pair pair(String one, String other, Facts witness) {
    Optional<String> idle =
        isIdle(other, one)
            ? Optional.of(other)
            : Optional.of(one).filter(label -> isIdle(label, other));
    return new Pair(one, other, witness, idle);
  }

  private boolean isIdle(String label, String beside) {
    return together.keySet().stream()
        .noneMatch(labels -> labels.contains(label) && !labels.contains(beside));
  }
}
