package situs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import situs.experiment.Comparison;
import situs.experiment.SampleExperiment;

class ResultsTest {
  @TempDir Path parent;

  private Origins origins() throws IOException {
    Path input = Files.writeString(parent.resolve("abc.yaml"), "abc");
    return new Origins(
        "0.1.0",
        "17.0.1",
        List.of(input),
        1,
        false,
        new TreeMap<>(java.util.Map.of("prices", "2026-03")));
  }

  @Test
  void writesEveryTableAndTheManifest() throws IOException {
    Path folder = parent.resolve("out");

    Results.write(folder, Comparison.of(SampleExperiment.experiment()), origins());

    for (Table<?> table : ResultTables.all()) {
      assertThat(folder.resolve(table.name() + ".csv")).isNotEmptyFile();
    }
    // SHA-256 of "abc": FIPS 180-2, appendix B.1.
    assertThat(folder.resolve("manifest.json"))
        .content()
        .contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        .contains("\"seed\": 7")
        .contains("\"situs\": \"0.1.0\"");
  }

  @Test
  void writingTwiceGivesTheSameBytes() throws IOException {
    Results.write(parent.resolve("a"), Comparison.of(SampleExperiment.experiment()), origins());
    Results.write(parent.resolve("b"), Comparison.of(SampleExperiment.experiment()), origins());

    for (String file : List.of("summary.csv", "costs.csv", "manifest.json")) {
      assertThat(parent.resolve("a").resolve(file))
          .hasSameBinaryContentAs(parent.resolve("b").resolve(file));
    }
  }
}
