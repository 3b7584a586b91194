package situs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * {@code docs/validity.md}: each section comes from the test that measured it, and is renewed like
 * a golden file.
 */
public final class ValidityPage {
  private static final Path PAGE = Path.of("docs/validity.md");

  private ValidityPage() {}

  /** Holds a section of the page against what a test measured, and prints it. */
  public static void section(String name, String text) {
    System.out.println(text);
    try {
      Golden.section(PAGE, name, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
