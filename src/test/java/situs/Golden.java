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
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }

  /**
   * Holds {@code text} against what stands in a Markdown file between {@code <!-- name:begin -->}
   * and {@code <!-- name:end -->}.
   */
  public static synchronized void section(Path file, String name, String text) throws IOException {
    String begin = "<!-- " + name + ":begin -->\n";
    String page = Files.readString(file);
    int from = page.indexOf(begin) + begin.length();
    int to = page.indexOf("<!-- " + name + ":end -->");
    if (from < begin.length() || to < from) {
      throw new IllegalStateException(file + " has no section '" + name + "'");
    }
    check(file, page.substring(0, from) + text + page.substring(to));
  }
}
