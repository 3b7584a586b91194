package situs.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import situs.document.Issues;
import situs.document.Names;
import situs.document.Node;

/**
 * Lays one YAML tree over another: mappings merge key by key, lists and single values replace, and
 * an empty value ({@code ~}) removes a key. Every value keeps the place where it was written.
 */
final class Merge {
  private Merge() {}

  static Node.Mapping over(Node.Mapping base, Node.Mapping overlay, Issues issues) {
    Map<String, Node.Entry> merged = new LinkedHashMap<>(base.entries());
    for (Node.Entry entry : overlay.entries().values()) {
      Node.Entry below = base.entries().get(entry.key());
      if (isEmpty(entry.value())) {
        remove(entry, merged, issues);
      } else if (below != null
          && below.value() instanceof Node.Mapping lower
          && entry.value() instanceof Node.Mapping upper) {
        Node.Mapping both = over(lower, upper, issues);
        merged.put(entry.key(), new Node.Entry(entry.at(), entry.key(), both));
      } else {
        merged.put(entry.key(), entry);
      }
    }
    return new Node.Mapping(overlay.at(), merged);
  }

  private static void remove(Node.Entry entry, Map<String, Node.Entry> merged, Issues issues) {
    if (merged.remove(entry.key()) == null) {
      issues.add(
          entry.at(),
          "nothing to remove: no key '"
              + entry.key()
              + "' in what this extends"
              + Names.hint(entry.key(), merged.keySet()));
    }
  }

  private static boolean isEmpty(Node node) {
    return node instanceof Node.Scalar scalar && scalar.isEmpty();
  }
}
