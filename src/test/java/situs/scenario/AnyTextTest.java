package situs.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import situs.document.InputException;

/** Whatever stands in a file, the reader answers with a scenario or with issues. */
class AnyTextTest {
  private static final Path EVERYTHING = Path.of("src/test/resources/scenario/everything.yaml");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9./_%-]+");
  private static final int TRIALS = 80;
  private static final List<String> INSTEAD =
      List.of(
          "",
          "~",
          "-1",
          "0",
          "1e99",
          "1e-99",
          "[]",
          "{}",
          "[1, [2]]",
          "{a: b}",
          "x",
          "NaN",
          "1 h",
          "0 s",
          "a/b/c",
          "/",
          "\"\\0\"",
          "99999999999999999999",
          "..",
          "!!binary x",
          "&a",
          "*a");

  @TempDir Path folder;

  @Test
  void isAScenarioOrAListOfIssues() throws IOException {
    try (Stream<Path> files = Files.list(EVERYTHING.getParent())) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    String text = Files.readString(EVERYTHING);
    List<MatchResult> words = WORD.matcher(text).results().toList();
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < TRIALS; i++) {
      MatchResult word = words.get(random.nextInt(words.size()));
      String instead = INSTEAD.get(random.nextInt(INSTEAD.size()));
      refused += refusals(text.substring(0, word.start()) + instead + text.substring(word.end()));
    }
    // Most replacements are wrong; if none were, the trial would try nothing.
    assertThat(refused).isGreaterThan(TRIALS / 3);
  }

  private int refusals(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("everything.yaml"), text);
    int[] refused = {0};
    assertThatCode(
            () -> {
              try {
                ScenarioFile.read(file);
              } catch (InputException e) {
                refused[0] = 1;
              }
            })
        .as(text)
        .doesNotThrowAnyException();
    return refused[0];
  }
}
