package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import situs.Golden;
import situs.document.Document;
import situs.document.Issues;
import situs.document.Node;

/** Every kind of broken contract says what is wrong with it in the words of its golden file. */
class BrokenContractsTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/contract");

  private static final int ROUNDS = 700;
  private static final Instant NOW = Instant.parse("2026-03-18T00:00:00Z");
  private static final List<String> JUNK =
      Stream.concat(
              "{}[]:,\"'&*!|>%@`\t #-~0azAZ\\\n(.<=".chars().mapToObj(Character::toString),
              Stream.of("[]", "{}", "dyn(", ".all(p, p", "chain[9]", " && ", "has(", "in "))
          .toList();

  static List<String> broken() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".yaml"))
          .map(f -> f.replace(".yaml", ""))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("broken")
  void saysWhatIsWrong(String name) throws IOException {
    Issues issues = new Issues();
    assertThat(ContractFile.read(FOLDER.resolve(name + ".yaml"), issues)).isEmpty();
    Golden.check(FOLDER.resolve(name + ".txt"), issues.render());
  }

  static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("scenarios/contracts"))) {
      return files.sorted().toList();
    }
  }

  /**
   * Lines doubled, cut and garbled: issues, or a contract that judges; never another exception, and
   * never a contract that has lost a clause without a word.
   */
  @ParameterizedTest
  @MethodSource("shipped")
  void nothingThatIsWrittenIntoAFileMakesAFault(Path file) throws IOException {
    Random random = new Random(2026);
    List<String> lines = Files.readAllLines(file);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String text = String.join("\n", changed(lines, random));
      Issues issues = new Issues();
      Optional<Node> root = Document.parse("mutated.yaml", text, issues);
      Optional<Contract> read = root.flatMap(node -> ContractFile.of(node, issues));
      if (issues.any()) {
        refused++;
      } else {
        assertThat(read).as(text).isPresent();
        judgesWithAllItsClauses(read.orElseThrow(), root.orElseThrow(), text);
      }
    }
    // Most changes of three lines break something; if none did, this would test nothing.
    assertThat(refused).isGreaterThan(ROUNDS / 4);
  }

  private static List<String> changed(List<String> lines, Random random) {
    List<String> changed = new ArrayList<>(lines);
    for (int change = 0; change <= random.nextInt(3); change++) {
      int at = random.nextInt(changed.size());
      String line = changed.get(at);
      int cut = line.isEmpty() ? 0 : random.nextInt(line.length());
      String junk = JUNK.get(random.nextInt(JUNK.size()));
      switch (random.nextInt(4)) {
        case 0 -> changed.remove(at);
        case 1 -> changed.add(at, changed.get(random.nextInt(changed.size())));
        case 2 -> changed.set(at, line.substring(0, cut));
        default -> changed.set(at, line.substring(0, cut) + junk + line.substring(cut));
      }
    }
    return changed;
  }

  private static void judgesWithAllItsClauses(Contract contract, Node root, String text) {
    Node clauses = ((Node.Mapping) root).entries().get("clauses").value();
    assertThat(contract.clauses()).as(text).hasSize(((Node.Mapping) clauses).entries().size());
    for (SubjectKind kind : SubjectKind.values()) {
      Facts facts = new Facts(kind, Map.of("workload.kind", "frontier", "hop.to", "model"));
      assertThat(new Contracts(List.of(contract)).judge(facts, NOW))
          .as(text)
          .extracting(judgement -> judgement.verdict().reason())
          .doesNotContain("");
    }
  }
}
