package situs.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import situs.contract.NamedProviders;
import situs.document.Mark;
import situs.document.Node;

/** Where in a contract file what stands. */
final class Places {
  private final Map<String, Node.Entry> clauses = new LinkedHashMap<>();
  private final List<Replaced> replaced = new ArrayList<>();
  private final Mark file;

  /** A clause that an amendment puts in the place of another. */
  record Replaced(Mark at, String old, String by) {}

  Places(Node root) {
    this.file = root.at();
    below(root, "clauses").forEach(clause -> clauses.put(clause.key(), clause));
    for (Node.Entry amendment : below(root, "amendments")) {
      below(amendment.value(), "clauses").forEach(c -> clauses.put(c.key(), c));
      for (Node.Entry entry : below(amendment.value(), "replaces")) {
        if (entry.value() instanceof Node.Scalar by) {
          replaced.add(new Replaced(entry.at(), entry.key(), by.text()));
        }
      }
    }
  }

  Mark clause(String id) {
    return Optional.ofNullable(clauses.get(id)).map(Node.Entry::at).orElse(file);
  }

  /** The providers that the rules of a clause name. */
  Stream<Node.Scalar> providers(String clause) {
    return Optional.ofNullable(clauses.get(clause)).stream()
        .flatMap(entry -> NamedProviders.in(entry.value()));
  }

  List<Replaced> replaced() {
    return List.copyOf(replaced);
  }

  private static List<Node.Entry> below(Node node, String key) {
    return Optional.of(node)
        .filter(Node.Mapping.class::isInstance)
        .map(mapping -> ((Node.Mapping) mapping).entries().get(key))
        .map(Node.Entry::value)
        .filter(Node.Mapping.class::isInstance)
        .map(mapping -> List.copyOf(((Node.Mapping) mapping).entries().values()))
        .orElse(List.of());
  }
}
