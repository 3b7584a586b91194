package situs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
  @TempDir Path parent;
  private Path results;

  @BeforeEach
  void namesTheFolder() {
    results = parent.resolve("results/sample");
  }

  private void write(String file, String text) throws IOException {
    ResultFolder.replace(results, folder -> Files.writeString(folder.resolve(file), text));
  }

  private Stream<String> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(p -> p.getFileName().toString()).toList().stream();
    }
  }

  @Test
  void makesTheFoldersAboveIt() throws IOException {
    write("summary.csv", "new");

    assertThat(results.resolve("summary.csv")).hasContent("new");
  }

  @Test
  void replacesOlderResultsWhole() throws IOException {
    write("older.csv", "old");

    write("summary.csv", "new");

    assertThat(files(results)).containsExactly("summary.csv");
  }

  @Test
  void leavesOlderResultsAloneWhenWritingFailsMidway() throws IOException {
    write("summary.csv", "old");

    assertThatThrownBy(
            () ->
                ResultFolder.replace(
                    results,
                    folder -> {
                      Files.writeString(folder.resolve("summary.csv"), "half");
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");

    assertThat(results.resolve("summary.csv")).hasContent("old");
  }

  @Test
  void leavesNothingBesideTheResults() throws IOException {
    write("summary.csv", "old");
    write("summary.csv", "new");

    assertThat(files(results.getParent())).containsExactly("sample");
  }

  @Test
  void theOlderResultsStandUntilTheNewOnesAreComplete() throws IOException {
    write("summary.csv", "old");

    ResultFolder.replace(
        results,
        folder -> {
          Files.writeString(folder.resolve("summary.csv"), "new");
          assertThat(results.resolve("summary.csv")).hasContent("old");
        });

    assertThat(results.resolve("summary.csv")).hasContent("new");
  }

  @Test
  void doesNotReplaceAFolderThatHoldsOtherThings() throws IOException {
    Files.createDirectories(results);
    Files.writeString(results.resolve("thesis.tex"), "years of work");

    assertThat(ResultFolder.objection(results).orElseThrow()).contains("holds other files");
  }

  @Test
  void olderResultsAndEmptyFoldersMayBeReplaced() throws IOException {
    assertThat(ResultFolder.objection(results)).isEmpty();
    Files.createDirectories(results);
    assertThat(ResultFolder.objection(results)).isEmpty();
    write("manifest.json", "{}");
    assertThat(ResultFolder.objection(results)).isEmpty();
  }
}
