package situs.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import situs.Golden;
import situs.SchemaWalk;
import situs.document.Issues;

/** Holds the reader of contract tests, its JSON Schema and its messages together. */
class ContractTestFileTest {
  private static final Path SCHEMA = Path.of("src/main/resources/schema/situs-tests.schema.json");
  private static final Path EVERYTHING = Path.of("src/test/resources/scenario/agreement.test.yaml");
  private static final Path GOLDEN = Path.of("src/test/resources/golden/drafting");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("scenarios/contracts/tests"))) {
      return Stream.concat(files.sorted(), Stream.of(EVERYTHING)).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void acceptsWhatIsShipped(Path file) throws IOException {
    assertThat(SchemaWalk.schema(SCHEMA).validate(Files.readString(file), InputFormat.YAML))
        .isEmpty();
    Issues issues = new Issues();
    assertThat(ContractTestFile.read(file, issues)).as(issues.render()).isPresent();
  }

  @Test
  void hasExactlyTheKeysThatTheReaderAsksFor() {
    Issues issues = new Issues();
    assertThat(ContractTestFile.read(EVERYTHING, issues)).as(issues.render()).isPresent();
    SchemaWalk walk = SchemaWalk.of(SCHEMA, EVERYTHING, issues.keysByPlace());
    assertThat(walk.inReader()).isEqualTo(walk.inSchema());
    assertThat(walk.inSchema().keySet()).isEqualTo(walk.places());
  }

  @Test
  void theSchemaRejectsUnknownKeysAndVerdicts() {
    String wrong =
        "{contract-tests: a, contracts: [b], cases: {c: {at: 2026-01-01, over: route, fact: {},"
            + " facts: {}, expect: {d: {letter: forbiden}}}}}";
    assertThat(SchemaWalk.schema(SCHEMA).validate(wrong, InputFormat.YAML)).hasSize(2);
  }

  @Test
  void saysAllThatIsWrongAtOnce() throws IOException {
    Issues issues = new Issues();
    assertThat(ContractTestFile.read(GOLDEN.resolve("broken.yaml"), issues)).isEmpty();
    Golden.check(GOLDEN.resolve("broken.txt"), issues.render());
  }
}
