package situs.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A value that is not the same in two files.
 *
 * @param path keys from the root on, with dots between
 * @param before empty: not there
 * @param after likewise
 */
public record TreeChange(String path, Optional<String> before, Optional<String> after) {

  /**
   * What is not the same, in the order of the first file and then of the second; layout and
   * comments do not count. What is only in one is told as a whole down to its mappings.
   */
  public static List<TreeChange> between(Node before, Node after) {
    Map<String, String> first = values(before);
    Map<String, String> second = values(after);
    Set<String> paths = new LinkedHashSet<>(first.keySet());
    paths.addAll(second.keySet());
    List<TreeChange> changes = new ArrayList<>();
    for (String path : paths) {
      Optional<String> old = Optional.ofNullable(first.get(path));
      Optional<String> now = Optional.ofNullable(second.get(path));
      if (!old.equals(now)) {
        changes.add(new TreeChange(path, old, now));
      }
    }
    return changes;
  }

  private static Map<String, String> values(Node root) {
    Map<String, String> values = new LinkedHashMap<>();
    collect("", root, values);
    return values;
  }

  private static void collect(String path, Node node, Map<String, String> values) {
    if (node instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries().values()) {
        collect(path.isEmpty() ? entry.key() : path + "." + entry.key(), entry.value(), values);
      }
    } else {
      values.put(path, text(node));
    }
  }

  private static String text(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar.text();
    }
    if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream().map(TreeChange::text).collect(Collectors.joining(", "));
    }
    return ((Node.Mapping) node)
        .entries().values().stream()
            .map(e -> e.key() + ": " + text(e.value()))
            .collect(Collectors.joining(", ", "{", "}"));
  }
}
