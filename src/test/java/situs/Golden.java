package situs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what a test expects; renewed only by {@code -Dsitus.golden=write}. */
public final class Golden {
  private static final boolean WRITE = "write".equals(System.getProperty("situs.golden"));

  private Golden() {}

  /** Holds {@code actual} against {@code src/test/resources/golden/<name>}. */
  public static void check(String name, String actual) throws IOException {
    check(Path.of("src/test/resources/golden", name), actual);
  }

  /** Holds {@code actual} against a file of the project. */
  public static void check(Path file, String actual) throws IOException {
    if (WRITE) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }
}
