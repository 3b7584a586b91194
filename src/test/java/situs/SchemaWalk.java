package situs;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import situs.document.Document;
import situs.document.Issues;
import situs.document.Mark;
import situs.document.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One walk through a JSON Schema and a file with every key, side by side: which keys the schema has
 * at each place, and which the reader asked for.
 */
public final class SchemaWalk {
  private final JsonNode root;
  private final Map<Mark, Set<String>> asked;
  private final Map<String, Set<String>> inSchema = new TreeMap<>();
  private final Map<String, Set<String>> inReader = new TreeMap<>();
  private final Map<String, Set<String>> byKind = new TreeMap<>();

  private SchemaWalk(JsonNode root, Map<Mark, Set<String>> asked) {
    this.root = root;
    this.asked = asked;
  }

  public static SchemaWalk of(Path schema, Path everything, Map<Mark, Set<String>> asked) {
    SchemaWalk walk = new SchemaWalk(json(schema), asked);
    walk.walk("", walk.root, Document.read(everything, new Issues()).orElseThrow());
    return walk;
  }

  public static JsonNode json(Path path) {
    return JsonMapper.builder().build().readTree(path.toFile());
  }

  public static Schema schema(Path path) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(json(path).toString(), InputFormat.JSON);
  }

  /** Keys by place, as the schema has them. */
  public Map<String, Set<String>> inSchema() {
    return inSchema;
  }

  /** Keys by place, as the reader asked for them in any mapping that stands there. */
  public Map<String, Set<String>> inReader() {
    return inReader;
  }

  /** Keys that the reader asked for in mappings with a {@code kind}, by the kind. */
  public Map<String, Set<String>> byKind() {
    return byKind;
  }

  private void walk(String place, JsonNode schema, Node node) {
    if (schema.has("$ref")) {
      String name = schema.get("$ref").asString().replace("#/$defs/", "");
      walk("$defs." + name, root.get("$defs").get(name), node);
    } else if (node instanceof Node.Mapping mapping) {
      keys(place, schema, mapping);
      mapping.entries().values().forEach(e -> child(place, schema, e));
    } else if (node instanceof Node.Sequence list) {
      list.items().forEach(i -> walk(place + "[]", schema.path("items"), i));
    }
  }

  private void keys(String place, JsonNode schema, Node.Mapping mapping) {
    if (schema.has("properties")) {
      Set<String> known = asked.getOrDefault(mapping.at(), mapping.entries().keySet());
      inSchema.put(place, new TreeSet<>(schema.get("properties").propertyNames()));
      inReader.computeIfAbsent(place, p -> new TreeSet<>()).addAll(known);
      Optional.ofNullable(mapping.entries().get("kind"))
          .ifPresent(kind -> byKind.put(((Node.Scalar) kind.value()).text(), known));
    }
  }

  private void child(String place, JsonNode schema, Node.Entry entry) {
    JsonNode properties = schema.path("properties");
    if (properties.has(entry.key())) {
      walk(place + "." + entry.key(), properties.get(entry.key()), entry.value());
    } else {
      walk(place + ".*", schema.path("additionalProperties"), entry.value());
    }
  }

  /** Every place of the schema that lists keys. */
  public Set<String> places() {
    return places("", root);
  }

  private static Set<String> places(String place, JsonNode schema) {
    Set<String> found = new TreeSet<>();
    if (schema.has("properties")) {
      found.add(place);
    }
    schema
        .path("properties")
        .properties()
        .forEach(p -> found.addAll(places(place + "." + p.getKey(), p.getValue())));
    schema
        .path("$defs")
        .properties()
        .forEach(d -> found.addAll(places("$defs." + d.getKey(), d.getValue())));
    if (schema.path("additionalProperties").isObject()) {
      found.addAll(places(place + ".*", schema.get("additionalProperties")));
    }
    if (schema.has("items")) {
      found.addAll(places(place + "[]", schema.get("items")));
    }
    return found;
  }
}
