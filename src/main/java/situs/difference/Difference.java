package situs.difference;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import situs.difference.Change.Value;
import situs.difference.Part.Key;

/**
 * What changed from one result folder to another.
 *
 * @param origins what the two runs were made from
 * @param results what came out, by part; within a part the subject that changed most comes first
 * @param tolerated changes left out because they are within the tolerance
 */
public record Difference(List<Change> origins, List<Change> results, int tolerated) {
  public Difference {
    origins = List.copyOf(origins);
    results = List.copyOf(results);
  }

  /**
   * @param tolerance changes of numbers up to this share of the value before are left out
   * @throws situs.document.InputException where a folder holds no results, or broken ones
   */
  public static Difference between(Path before, Path after, double tolerance) {
    StoredResults old = StoredResults.read(before);
    StoredResults fresh = StoredResults.read(after);
    List<Change> origins = new ArrayList<>(Manifests.changes(old.manifest(), fresh.manifest()));
    Map<Part, Set<String>> columns = new LinkedHashMap<>();
    for (Part part : Part.ALL) {
      SharedColumns shared = SharedColumns.of(part, old, fresh);
      origins.addAll(shared.changes());
      columns.put(part, shared.inBoth());
    }
    List<Change> all = changes(old, fresh, columns);
    List<Change> told = all.stream().filter(c -> !c.within(tolerance)).toList();
    return new Difference(origins, told, all.size() - told.size());
  }

  private static List<Change> changes(
      StoredResults old, StoredResults fresh, Map<Part, Set<String>> columns) {
    Set<String> both = strategies(old);
    both.retainAll(strategies(fresh));
    List<Change> all = new ArrayList<>(strategies(old, fresh, both));
    columns.forEach(
        (part, read) ->
            all.addAll(changes(part, part.of(old, both, read), part.of(fresh, both, read))));
    return all;
  }

  /** What differs in their origins. */
  public Set<Cause> causes() {
    Set<String> words = origins.stream().map(Change::subject).collect(Collectors.toSet());
    Set<Cause> causes = new LinkedHashSet<>();
    for (Cause cause : Cause.values()) {
      if (words.contains(cause.word())) {
        causes.add(cause);
      }
    }
    return causes;
  }

  private static Set<String> strategies(StoredResults results) {
    Set<String> names = new LinkedHashSet<>();
    results.rows("summary").forEach(row -> names.add(row.text("strategy")));
    return names;
  }

  /** A strategy of one of the two is one change, and not one of each of its values. */
  private static List<Change> strategies(
      StoredResults before, StoredResults after, Set<String> both) {
    Set<String> old = strategies(before);
    Set<String> one = new LinkedHashSet<>(old);
    one.addAll(strategies(after));
    one.removeAll(both);
    return one.stream()
        .map(
            name ->
                new Change(
                    "summary",
                    name,
                    "",
                    "strategy",
                    Value.text(old.contains(name) ? "there" : ""),
                    Value.text(old.contains(name) ? "" : "there")))
        .toList();
  }

  private static List<Change> changes(
      Part part, Map<Key, Map<String, Value>> old, Map<Key, Map<String, Value>> fresh) {
    Set<Key> keys = new LinkedHashSet<>(old.keySet());
    keys.addAll(fresh.keySet());
    Comparator<Key> bySize =
        Comparator.comparing(
            key -> size(old.getOrDefault(key, Map.of()), fresh.getOrDefault(key, Map.of())));
    return keys.stream()
        .sorted(bySize.reversed())
        .flatMap(
            key ->
                changes(
                    part, key, old.getOrDefault(key, Map.of()), fresh.getOrDefault(key, Map.of()))
                    .stream())
        .toList();
  }

  /** By how much the first of a subject's values changed, unknown and absent ones taken for 0. */
  private static BigDecimal size(Map<String, Value> old, Map<String, Value> fresh) {
    return first(fresh).subtract(first(old)).abs();
  }

  private static BigDecimal first(Map<String, Value> values) {
    return values.values().stream().findFirst().flatMap(Value::number).orElse(BigDecimal.ZERO);
  }

  private static List<Change> changes(
      Part part, Key key, Map<String, Value> old, Map<String, Value> fresh) {
    Set<String> quantities = new LinkedHashSet<>(old.keySet());
    quantities.addAll(fresh.keySet());
    return quantities.stream()
        .map(
            q ->
                new Change(
                    part.name(),
                    key.strategy(),
                    key.subject(),
                    q,
                    old.getOrDefault(q, Value.NONE),
                    fresh.getOrDefault(q, Value.NONE)))
        .filter(c -> !c.before().text().equals(c.after().text()))
        .toList();
  }
}
