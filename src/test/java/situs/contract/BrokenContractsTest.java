package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import situs.Golden;
import situs.document.Document;
import situs.document.Issues;

/** Every kind of broken contract says what is wrong with it in the words of its golden file. */
class BrokenContractsTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/contract");

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

  /** Lines swapped, cut, doubled and garbled: issues or a contract, never another exception. */
  @Test
  void nothingThatIsWrittenIntoAFileMakesAFault() throws IOException {
    Random random = new Random(2026);
    List<String> lines = Files.readAllLines(Path.of("scenarios/contracts/microsoft-openai.yaml"));
    String junk = "{}[]:,\"'&*!|>%@`\t #-~0azAZ\\\n";
    int refused = 0;
    for (int round = 0; round < 400; round++) {
      List<String> changed = new ArrayList<>(lines);
      for (int change = 0; change <= random.nextInt(3); change++) {
        int at = random.nextInt(changed.size());
        String line = changed.get(at);
        int cut = line.isEmpty() ? 0 : random.nextInt(line.length());
        switch (random.nextInt(4)) {
          case 0 -> changed.remove(at);
          case 1 -> changed.add(at, changed.get(random.nextInt(changed.size())));
          case 2 -> changed.set(at, line.substring(0, cut));
          default ->
              changed.set(
                  at,
                  line.substring(0, cut)
                      + junk.charAt(random.nextInt(junk.length()))
                      + line.substring(cut));
        }
      }
      Issues issues = new Issues();
      boolean read =
          Document.parse("mutated.yaml", String.join("\n", changed), issues)
              .flatMap(root -> ContractFile.of(root, issues))
              .isPresent();
      assertThat(read || issues.any()).isTrue();
      refused += issues.any() ? 1 : 0;
    }
    // Most changes of three lines break something; if none did, this would test nothing.
    assertThat(refused).isGreaterThan(100);
  }
}
