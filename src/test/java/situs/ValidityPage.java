package situs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code docs/validity.md}: each section between its marks comes from the test that measured it,
 * and is renewed like a golden file.
 */
public final class ValidityPage {
  private static final Path PAGE = Path.of("docs/validity.md");

  private ValidityPage() {}

  /** Holds a section of the page against what a test measured, and prints it. */
  public static synchronized void section(String name, String text) {
    System.out.println(text);
    try {
      Golden.check(PAGE, with(Files.readString(PAGE), name, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String with(String page, String name, String text) {
    String begin = "<!-- " + name + ":begin -->\n";
    String end = "<!-- " + name + ":end -->";
    Matcher section =
        Pattern.compile(Pattern.quote(begin) + ".*?" + Pattern.quote(end), Pattern.DOTALL)
            .matcher(page);
    if (!section.find()) {
      throw new IllegalStateException(PAGE + " has no section '" + name + "'");
    }
    return page.substring(0, section.start()) + begin + text + end + page.substring(section.end());
  }
}
