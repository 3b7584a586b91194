package situs.cli;

import situs.report.Style;

/** What the program is connected to. */
final class Terminal {
  /** Set by the launcher, which can ask: the streams that are terminals, of {@code out err}. */
  private static final String PROPERTY = "situs.terminal";

  private Terminal() {}

  /** Whether standard output or standard error is read by a person. */
  private static boolean is(String stream) {
    String known = System.getProperty(PROPERTY);
    return known == null ? System.console() != null : known.contains(stream);
  }

  /** Progress is shown on standard error, which stays apart from the results. */
  static boolean showsProgress() {
    return is("err");
  }

  /** Colours only on a terminal, and never against https://no-color.org. */
  static Style style() {
    String noColour = System.getenv("NO_COLOR");
    boolean wanted = noColour == null || noColour.isEmpty();
    return wanted && is("out") ? Style.ANSI : Style.PLAIN;
  }
}
