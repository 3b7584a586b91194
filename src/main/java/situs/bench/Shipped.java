package situs.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import situs.scenario.LoadedScenario;
import situs.scenario.ScenarioFile;

/** Scenarios of the real case as they come with the program, wherever the program is. */
final class Shipped {
  static final String DISPUTE = "frontier-dispute";
  static final String NATIONAL_SECURITY = "national-security";

  private static final List<String> CONTRACTS =
      List.of("contracts/microsoft-openai.yaml", "contracts/amazon-openai.yaml");

  private Shipped() {}

  /**
   * Reads it by way of a temporary folder: input files are files, and the program's are in a jar.
   */
  static LoadedScenario scenario(String name) {
    try {
      Path folder = Files.createTempDirectory("situs-bench");
      List<Path> written = new ArrayList<>(List.of(folder));
      try {
        written.add(Files.createDirectory(folder.resolve("contracts")));
        List<String> files = new ArrayList<>(List.of(name + ".yaml"));
        files.addAll(CONTRACTS);
        for (String file : files) {
          written.add(folder.resolve(file));
          copy(file, folder.resolve(file));
        }
        return ScenarioFile.read(folder.resolve(files.get(0))).get(0);
      } finally {
        for (int i = written.size() - 1; i >= 0; i--) {
          Files.deleteIfExists(written.get(i));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(String name, Path target) throws IOException {
    try (InputStream in = Shipped.class.getResourceAsStream("/scenarios/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program comes without scenarios/" + name);
      }
      Files.copy(in, target);
    }
  }
}
