package situs.contract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Why something cannot be told.
 *
 * @param missing names of facts that would decide
 * @param failures what else went wrong, such as an index beyond the end of a list
 */
record Doubt(List<String> missing, List<String> failures) {
  static final Doubt NONE = new Doubt(List.of(), List.of());

  static Doubt missing(List<String> facts) {
    return new Doubt(facts, List.of());
  }

  static Doubt failure(String reason) {
    return new Doubt(List.of(), List.of(reason));
  }

  boolean isNone() {
    return missing.isEmpty() && failures.isEmpty();
  }

  Doubt and(Doubt other) {
    return new Doubt(union(missing, other.missing), union(failures, other.failures));
  }

  private static List<String> union(List<String> one, List<String> other) {
    Set<String> union = new LinkedHashSet<>(one);
    union.addAll(other);
    return List.copyOf(union);
  }

  Verdict.Undetermined verdict() {
    String names = String.join(", ", missing);
    String reason =
        missing.isEmpty() ? String.join("; ", failures) : "cannot be told without " + names;
    return new Verdict.Undetermined(names, reason);
  }
}
