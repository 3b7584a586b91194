package situs.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import situs.Golden;
import situs.document.InputException;

/** Every kind of broken file says what is wrong with it in the words of its golden file. */
class BrokenScenariosTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/scenario");
  private static final KnownStrategies STRATEGIES =
      new KnownStrategies(
          List.of("home", "cheapest", "fastest", "split", "spread", "contract-first"),
          spec -> spec.reading().isEmpty() || spec.name().equals("contract-first"));

  static List<String> broken() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names =
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> f.endsWith(".yaml"))
              .map(f -> f.replace(".yaml", ""))
              .sorted()
              .toList();
      assertThat(names).hasSizeGreaterThan(10);
      return names;
    }
  }

  @ParameterizedTest
  @MethodSource("broken")
  void saysWhatIsWrong(String name) throws IOException {
    Path file = FOLDER.resolve(name + ".yaml");
    InputException wrong =
        Assertions.catchThrowableOfType(
            InputException.class, () -> ScenarioFile.read(file, STRATEGIES));
    assertThat(wrong).as("%s is accepted", file).isNotNull();
    Golden.check(FOLDER.resolve(name + ".txt"), wrong.getMessage());
  }
}
