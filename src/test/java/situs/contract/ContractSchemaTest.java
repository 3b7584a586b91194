package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import situs.SchemaWalk;
import situs.document.Issues;

/** Holds the JSON Schema that editors use and the reader of contracts together. */
class ContractSchemaTest {
  private static final Path SCHEMA =
      Path.of("src/main/resources/schema/situs-contract.schema.json");
  private static final Path EVERYTHING = Path.of("src/test/resources/scenario/agreement.yaml");

  static List<Path> contracts() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("scenarios/contracts"))) {
      return Stream.concat(files.filter(Files::isRegularFile).sorted(), Stream.of(EVERYTHING))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void acceptsWhatIsShipped(Path file) throws IOException {
    assertThat(SchemaWalk.schema(SCHEMA).validate(Files.readString(file), InputFormat.YAML))
        .isEmpty();
    Issues issues = new Issues();
    assertThat(ContractFile.read(file, issues)).as(issues.render()).isPresent();
  }

  @Test
  void rejectsUnknownKeys() {
    String wrong =
        "{contract: a, party: [b], clauses: {c: {text: t, cite: c, over: route, wen: d}}}";
    assertThat(SchemaWalk.schema(SCHEMA).validate(wrong, InputFormat.YAML))
        .extracting(e -> e.getProperty())
        .containsExactlyInAnyOrder("party", "wen");
  }

  @Test
  void whatCanBeAcceptedIsWhatTheReaderKnows() {
    List<String> words = new ArrayList<>();
    SchemaWalk.json(SCHEMA)
        .at("/$defs/clause/properties/accept/propertyNames/enum")
        .forEach(word -> words.add(word.asString()));
    assertThat(words).isEqualTo(Doubt.acceptable().map(Doubt::word).toList());
  }

  @Test
  void hasExactlyTheKeysThatTheReaderAsksFor() {
    Issues issues = new Issues();
    assertThat(ContractFile.read(EVERYTHING, issues)).as(issues.render()).isPresent();
    SchemaWalk walk = SchemaWalk.of(SCHEMA, EVERYTHING, issues.keysByPlace());
    assertThat(walk.inReader()).isEqualTo(walk.inSchema());
    assertThat(walk.inSchema().keySet()).isEqualTo(walk.places());
  }
}
