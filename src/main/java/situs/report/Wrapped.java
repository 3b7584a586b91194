package situs.report;

import org.apache.commons.text.WordUtils;

/** Text broken at the width of the report. */
public final class Wrapped {
  private Wrapped() {}

  /** {@code text} behind {@code indent} on every line, with a line break at the end. */
  public static String text(String text, String indent) {
    String wrapped = WordUtils.wrap(text, TerminalReport.WIDTH - indent.length(), "\n", true);
    return wrapped.indent(indent.length());
  }
}
