package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped contracts are covered whole; what is not covered or not so is told. */
class ContractTestCommandTest {
  private static final Path SHIPPED = Path.of("scenarios/contracts");

  /** One clause: {@code when} of two operands, one exception, a demand of one operand. */
  private static final String CONTRACT =
      """
      contract: small
      clauses:
        at-home:
          text: Models are hosted on azure.
          cite: invented
          over: placement
          when: component == "model" && workload.kind == "model"
          require: placement.provider == "azure"
          except: {defence: customer.segment == "defence"}
      """;

  private static final String CASE =
      """
        %s:
          at: 2026-06-01
          over: placement
          facts: {component: model, workload.kind: %s, customer.segment: %s, placement.provider: %s}
          expect: {at-home: %s}
      """;

  @TempDir Path folder;
  private final StringWriter printed = new StringWriter();
  private final StringWriter errors = new StringWriter();

  private int execute(String... args) {
    return Main.commandLine()
        .setOut(new PrintWriter(printed, true))
        .setErr(new PrintWriter(errors, true))
        .execute(args);
  }

  private int test(String cases, String... more) throws IOException {
    Files.writeString(folder.resolve("small.yaml"), CONTRACT);
    Path file = folder.resolve("small.test.yaml");
    Files.writeString(file, "contract-tests: small\ncontracts: [small.yaml]\ncases:\n" + cases);
    Stream<String> command = Stream.of("contract", "test", file.toString());
    return execute(Stream.concat(command, Stream.of(more)).toArray(String[]::new));
  }

  private static List<String> tests() throws IOException {
    try (Stream<Path> files = Files.list(SHIPPED.resolve("tests"))) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  @Test
  void everyShippedContractIsCoveredWhole() throws IOException {
    List<String> files = tests();
    Stream<String> args =
        Stream.of(Stream.of("contract", "test", "--coverage", "100%"), files.stream())
            .flatMap(s -> s);
    assertThat(execute(args.toArray(String[]::new))).as(printed + "\n" + errors).isZero();
    try (Stream<Path> contracts = Files.list(SHIPPED)) {
      List<String> wanted =
          contracts
              .filter(Files::isRegularFile)
              .map(file -> SHIPPED.resolve("tests").resolve(file.getFileName()).toString())
              .map(file -> file.replace(".yaml", ".test.yaml"))
              .sorted()
              .toList();
      assertThat(files).isEqualTo(wanted);
    }
  }

  @Test
  void aClauseThatNothingIsExpectedOfIsNotCovered() throws IOException {
    String contract = Files.readString(SHIPPED.resolve("residency-eu.yaml"));
    Files.createDirectories(folder.resolve("tests"));
    Files.writeString(
        folder.resolve("residency-eu.yaml"),
        contract + "  another: {text: t, cite: c, over: route, forbid: hop.to == \"model\"}\n");
    Path copy = folder.resolve("tests/residency-eu.test.yaml");
    Files.copy(SHIPPED.resolve("tests/residency-eu.test.yaml"), copy);
    assertThat(execute("contract", "test", copy.toString())).isZero();
    assertThat(execute("contract", "test", copy.toString(), "--coverage", "100%")).isEqualTo(1);
    assertThat(printed.toString())
        .contains("another", "the clause", "the reading", "demand not kept")
        .contains("2 of 3 clauses")
        .contains("less than the 100.0 % asked for");
  }

  @Test
  void coverageCountsWhatIsPassedThrough() throws IOException {
    String one = CASE.formatted("one", "model", "commercial", "azure", "kept");
    assertThat(test(one)).isZero();
    // In all: the clause, the reading, the exception; when and its two operands, the exception's
    // condition and the demand, each both ways: 1 + 1 + 1 + 10 = 13. One case takes of them the
    // clause, the reading, the three conditions of when as true, the exception's as false, and the
    // demand as kept: 7 of 13, 53.8 %.
    assertThat(printed.toString())
        .contains("1 of 1 clauses, 1 of 1 readings, 0 of 1 exceptions, 5 of 10 branches; 53.8 %")
        .contains("exception defence applies")
        .contains("when component == \"model\" is false");
    assertThat(test(one, "--coverage", "53%")).isZero();
    assertThat(test(one, "--coverage", "54%")).isEqualTo(1);
  }

  @Test
  void aFailureSaysWhatWasExpectedWhatCameAndWhy() throws IOException {
    String wrong = CASE.formatted("elsewhere", "model", "commercial", "aws", "allowed");
    String right = CASE.formatted("freed", "model", "defence", "aws", "allowed");
    assertThat(test(wrong + right)).isEqualTo(1);
    assertThat(printed.toString())
        .contains("small.test.yaml:8:23: elsewhere at 2026-06-01, letter of at-home:")
        .contains("expected allowed, got forbidden")
        .contains("placement.provider is \"aws\"")
        .contains("exception 'defence': does not apply")
        .contains("small: 2 cases, 2 verdicts, 1 not as expected");
  }

  @Test
  void undeterminedMayNameTheFactsThatAreMissing() throws IOException {
    String unknown =
        CASE.formatted("unknown", "model", "commercial", "aws", "%s")
            .replace(", placement.provider: aws", "");
    assertThat(test(unknown.formatted("undetermined"))).isZero();
    assertThat(test(unknown.formatted("undetermined without placement.provider"))).isZero();
    assertThat(test(unknown.formatted("undetermined without customer.segment"))).isEqualTo(1);
  }

  @Test
  void aBrokenFileIsTold() throws IOException {
    assertThat(test(CASE.formatted("one", "model", "commercial", "aws", "forbiden"))).isEqualTo(2);
    assertThat(errors.toString())
        .contains("small.test.yaml:8:23: clause 'at-home' is never 'forbiden'")
        .contains("did you mean 'forbidden'?");
    assertThat(execute("contract", "test", "none.yaml", "--coverage", "120%")).isEqualTo(2);
  }
}
