package situs.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import situs.SchemaWalk;
import situs.catalog.Catalog;
import situs.document.Issues;
import situs.document.Units;
import tools.jackson.databind.JsonNode;

/** Holds the JSON Schema that editors use and the readers together. */
class SchemaTest {
  private static final Path SCHEMA =
      Path.of("src/main/resources/schema/situs-scenario.schema.json");
  private static final Path EVERYTHING = Path.of("src/test/resources/scenario/everything.yaml");

  /** Taken out of the tree before the reader sees it. */
  private static final Set<String> RESOLVED_BEFORE = Set.of("extends", "imports", "sweep");

  private static final JsonNode JSON = SchemaWalk.json(SCHEMA);

  static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("scenarios"), 2)) {
      List<Path> found =
          files
              .filter(f -> f.toString().endsWith(".yaml"))
              .filter(f -> !f.getParent().endsWith("contracts"))
              .sorted()
              .toList();
      assertThat(found).hasSizeGreaterThan(10);
      return Stream.concat(
              found.stream(), Stream.of(EVERYTHING, EVERYTHING.resolveSibling("design.yaml")))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void acceptsWhatIsShippedAndTheDesignsExample(Path file) throws IOException {
    assertThat(SchemaWalk.schema(SCHEMA).validate(Files.readString(file), InputFormat.YAML))
        .isEmpty();
  }

  @Test
  void rejectsUnknownKeysAsTheReaderDoes() throws IOException {
    String wrong =
        Files.readString(Path.of("src/test/resources/golden/scenario/misspelt-key.yaml"));
    assertThat(SchemaWalk.schema(SCHEMA).validate(wrong, InputFormat.YAML))
        .extracting(e -> e.getProperty())
        .containsExactlyInAnyOrder("replicatons", "chanel", "swign");
  }

  @Test
  void rejectsKeysOfTheOtherKindOfWorkload() throws IOException {
    String wrong = "{situs: 1, extends: a.yaml, workloads: {a: {kind: model, calls: b}}}";
    assertThat(SchemaWalk.schema(SCHEMA).validate(wrong, InputFormat.YAML)).hasSize(1);
  }

  private static SchemaWalk walk() {
    Issues issues = new Issues();
    ScenarioFile.read(EVERYTHING, Catalog.standard(), Optional.empty(), issues);
    issues.throwIfAny();
    SchemaWalk walk = SchemaWalk.of(SCHEMA, EVERYTHING, issues.keysByPlace());
    walk.inReader().get("").addAll(RESOLVED_BEFORE);
    return walk;
  }

  @Test
  void hasExactlyTheKeysThatTheReaderAsksFor() {
    SchemaWalk walk = walk();
    assertThat(walk.inReader()).isEqualTo(walk.inSchema());
    assertThat(walk.inSchema().keySet()).isEqualTo(walk.places());
  }

  @Test
  void hasExactlyTheKeysOfEachKindOfWorkload() {
    SchemaWalk walk = walk();
    JsonNode kinds = JSON.at("/properties/workloads/additionalProperties/allOf");
    assertThat(kinds.size()).isEqualTo(2);
    for (JsonNode kind : kinds) {
      Set<String> keys = new TreeSet<>();
      kind.at("/then/propertyNames/enum").forEach(k -> keys.add(k.asString()));
      assertThat(walk.byKind().get(kind.at("/if/properties/kind/const").asString()))
          .isEqualTo(keys);
    }
  }

  @Test
  void namesExactlyTheUnitsThatTheReaderKnows() {
    Map<String, Units> units =
        Map.ofEntries(
            Map.entry("time", Units.TIME),
            Map.entry("rate", Units.RATE),
            Map.entry("money", Units.MONEY),
            Map.entry("memory", Units.MEMORY),
            Map.entry("gigabytes", Units.BYTES_GB),
            Map.entry("bytes", Units.BYTES),
            Map.entry("hourly-price", Units.HOURLY_PRICE),
            Map.entry("price-per-gb", Units.PRICE_PER_GB),
            Map.entry("price-per-mtok", Units.PRICE_PER_MTOK),
            Map.entry("price-per-gib-hour", Units.PRICE_PER_GIB_HOUR),
            Map.entry("bandwidth", Units.BANDWIDTH),
            Map.entry("compute", Units.COMPUTE),
            Map.entry("vcpu", Units.VCPU),
            Map.entry("carbon", Units.CARBON),
            Map.entry("power", Units.POWER));
    units.forEach(
        (name, dimension) -> {
          String pattern = JSON.get("$defs").get(name).get("pattern").asString();
          String alternatives =
              pattern.substring(pattern.lastIndexOf('(') + 1, pattern.length() - 2);
          assertThat(List.of(alternatives.split(Pattern.quote("|")))).isEqualTo(dimension.names());
        });
  }
}
