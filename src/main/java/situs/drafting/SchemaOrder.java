package situs.drafting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import situs.document.KeyOrder;
import situs.document.Node.Entry;
import situs.document.Node.Mapping;
import situs.document.Node.Scalar;

/**
 * Keys in the order in which a JSON Schema declares them.
 *
 * @param root the schema whole, for its references
 * @param here what it says of a mapping; empty where it says nothing
 */
record SchemaOrder(Mapping root, Optional<Mapping> here, boolean standsApart) implements KeyOrder {
  /** Mappings whose entries are long, and read one by one. */
  private static final Set<String> APART = Set.of("clauses", "amendments", "cases");

  SchemaOrder(Mapping root) {
    this(root, Optional.of(root), false);
  }

  @Override
  public List<String> keys() {
    return here.flatMap(h -> part(h, "properties"))
        .map(properties -> List.copyOf(properties.entries().keySet()))
        .orElse(List.of());
  }

  @Override
  public KeyOrder of(String key) {
    Optional<Mapping> value =
        here.flatMap(h -> part(h, "properties"))
            .flatMap(properties -> part(properties, key))
            .or(() -> here.flatMap(h -> part(h, "additionalProperties")))
            .map(this::resolved);
    boolean named = here.flatMap(h -> part(h, "properties")).isPresent();
    return new SchemaOrder(root, value, named && APART.contains(key));
  }

  /** What a reference points to, or the items of a list. */
  private Mapping resolved(Mapping schema) {
    return reference(schema).or(() -> part(schema, "items").map(this::resolved)).orElse(schema);
  }

  private Optional<Mapping> reference(Mapping schema) {
    Entry entry = schema.entries().get("$ref");
    if (entry == null || !(entry.value() instanceof Scalar pointer)) {
      return Optional.empty();
    }
    Optional<Mapping> found = Optional.of(root);
    for (String name : pointer.text().substring(2).split("/")) {
      found = found.flatMap(f -> part(f, name));
    }
    return found;
  }

  private static Optional<Mapping> part(Mapping of, String key) {
    return Optional.ofNullable(of.entries().get(key))
        .map(Entry::value)
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast);
  }
}
