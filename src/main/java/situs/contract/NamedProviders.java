package situs.contract;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import situs.document.Node;

/** The providers that the rules of a contract name, each where it is written. */
public final class NamedProviders {
  private static final Map<String, String> KEYS =
      Map.of(
          "exclusive", "to",
          "first-refusal", "to",
          "ships-first", "on",
          "minimum-spend", "with",
          "minimum-capacity", "with");

  private NamedProviders() {}

  /** In the document of a contract, in its order. */
  public static Stream<Node.Scalar> in(Node node) {
    if (node instanceof Node.Sequence list) {
      return list.items().stream().flatMap(NamedProviders::in);
    }
    return node instanceof Node.Mapping mapping
        ? mapping.entries().values().stream().flatMap(e -> Stream.concat(of(e), in(e.value())))
        : Stream.empty();
  }

  private static Stream<Node.Scalar> of(Node.Entry rule) {
    return Optional.ofNullable(KEYS.get(rule.key()))
        .filter(key -> !isOfSellers(rule.value()))
        .flatMap(key -> value(rule.value(), key))
        .stream()
        .flatMap(NamedProviders::scalars);
  }

  /** What is distributed has sellers, who need not be providers. */
  private static boolean isOfSellers(Node rule) {
    return value(rule, "of")
        .filter(of -> of instanceof Node.Scalar word && word.text().equals("distribution"))
        .isPresent();
  }

  private static Optional<Node> value(Node node, String key) {
    return node instanceof Node.Mapping mapping
        ? Optional.ofNullable(mapping.entries().get(key)).map(Node.Entry::value)
        : Optional.empty();
  }

  private static Stream<Node.Scalar> scalars(Node node) {
    if (node instanceof Node.Sequence list) {
      return list.items().stream().flatMap(NamedProviders::scalars);
    }
    return node instanceof Node.Scalar word ? Stream.of(word) : Stream.empty();
  }
}
