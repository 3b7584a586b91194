package situs.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import situs.Golden;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes the tables of docs/scenarios.md from the schema, and fails when they are stale. */
class ScenarioDocsTest {
  private static final Path DOCS = Path.of("docs/scenarios.md");
  private static final String MARK =
      "<!-- Below: made from the schema by ScenarioDocsTest; -Dsitus.golden=write renews it. -->\n";
  private static final JsonNode SCHEMA =
      JsonMapper.builder()
          .build()
          .readTree(Path.of("src/main/resources/schema/situs-scenario.schema.json").toFile());

  @Test
  void describesEveryKeyOfTheSchema() throws IOException {
    String docs = Files.readString(DOCS);
    String prose = docs.substring(0, docs.indexOf(MARK) + MARK.length());
    StringBuilder out = new StringBuilder(prose);
    block(out, "A scenario", SCHEMA);
    units(out);
    Golden.check(DOCS, out.toString());
  }

  private record Block(String title, JsonNode schema) {}

  /** A table of the block's keys, then the blocks below it. */
  private static void block(StringBuilder out, String title, JsonNode schema) {
    List<Block> below = new ArrayList<>();
    out.append("\n## ").append(title).append("\n\n");
    out.append(schema.path("description").asString("")).append("\n\n");
    out.append("| key | value | meaning |\n|---|---|---|\n");
    for (Map.Entry<String, JsonNode> key : schema.get("properties").properties()) {
      row(out, key.getKey(), key.getValue());
      below(title, key.getKey(), key.getValue(), below);
    }
    below.forEach(b -> block(out, b.title(), b.schema()));
  }

  private static void row(StringBuilder out, String key, JsonNode schema) {
    String meaning = schema.path("description").asString("").replace("|", "\\|");
    out.append("| `").append(key).append("` | ").append(value(schema)).append(" | ");
    out.append(meaning).append(" |\n");
  }

  private static void below(String title, String key, JsonNode schema, List<Block> below) {
    String path = (title.equals("A scenario") ? "" : title.replace("`", "") + ".") + key;
    JsonNode inner = schema;
    while (!inner.has("properties") && inner.path("additionalProperties").isObject()) {
      inner = inner.get("additionalProperties");
      path += ".*";
    }
    if (inner.has("items")) {
      inner = inner.get("items");
      path += "[]";
    }
    if (inner.has("properties") && !isSourced(inner)) {
      below.add(new Block("`" + path + "`", inner));
    }
  }

  /** A value that may say where it comes from. */
  private static boolean isSourced(JsonNode schema) {
    return schema.path("properties").has("value") && schema.get("properties").size() == 4;
  }

  private static String value(JsonNode schema) {
    if (schema.has("$ref")) {
      String name = schema.get("$ref").asString().replace("#/$defs/", "");
      JsonNode example = SCHEMA.at("/$defs/" + name + "/examples/0");
      return example.isMissingNode() ? name : "`" + example.asString() + "`";
    }
    if (schema.has("enum")) {
      List<String> words = new ArrayList<>();
      schema.get("enum").forEach(w -> words.add("`" + w.asString() + "`"));
      words.remove("`null`");
      words.remove("``");
      return String.join(", ", words);
    }
    if (schema.has("const")) {
      return "`" + schema.get("const").asString() + "`";
    }
    return type(schema);
  }

  private static String type(JsonNode schema) {
    List<String> types = new ArrayList<>();
    schema.path("type").forEach(t -> types.add(t.asString()));
    if (schema.path("type").isString()) {
      types.add(schema.get("type").asString());
    }
    types.remove("null");
    String all = String.join(" or ", types);
    return all.replace("object", "mapping")
        .replace("array", "list")
        .replace("string", "text")
        .replace("integer", "whole number");
  }

  private static void units(StringBuilder out) {
    out.append("\n## Kinds of values\n\n| kind | meaning |\n|---|---|\n");
    for (Map.Entry<String, JsonNode> kind : SCHEMA.get("$defs").properties()) {
      String meaning = kind.getValue().get("description").asString();
      out.append("| ").append(kind.getKey()).append(" | ").append(meaning).append(" |\n");
    }
    block(out, "An instance type on offer", SCHEMA.at("/$defs/way"));
    block(out, "A distribution of tokens", SCHEMA.at("/$defs/tokens"));
  }
}
