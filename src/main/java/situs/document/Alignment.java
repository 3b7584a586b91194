package situs.document;

import java.util.List;

/**
 * Finds where a character of a scalar's text stands in the file, past quotes, escapes and folds.
 */
final class Alignment {
  private final Node.Scalar scalar;
  private final String source;
  private int at;

  private Alignment(List<String> lines, Node.Scalar scalar) {
    this.scalar = scalar;
    Mark start = scalar.at();
    this.source = String.join("\n", lines.subList(start.line() - 1, lines.size()));
    this.at = start.column() - 1;
  }

  /**
   * The place of {@code scalar.text().charAt(offset)}, or just behind the text; the scalar's start
   * where the text was written in a way that cannot be followed.
   */
  static Mark of(List<String> lines, Node.Scalar scalar, int offset) {
    boolean known = scalar.at().line() >= 1 && scalar.at().line() <= lines.size();
    return known ? new Alignment(lines, scalar).find(offset) : scalar.at();
  }

  private Mark find(int offset) {
    enter();
    String text = scalar.text();
    for (int i = 0; i < Math.min(offset, text.length()); i++) {
      if (!Character.isWhitespace(text.charAt(i)) && !step(text.charAt(i))) {
        return scalar.at();
      }
    }
    if (offset < text.length() && !Character.isWhitespace(text.charAt(offset))) {
      skipSpace();
    }
    return mark();
  }

  /** Past the quote, or the line with the sign of a block. */
  private void enter() {
    char sign = current();
    if (scalar.quoted() && (sign == '>' || sign == '|')) {
      int end = source.indexOf('\n', at);
      at = end < 0 ? source.length() : end + 1;
    } else if (scalar.quoted() && (sign == '"' || sign == '\'')) {
      at++;
    }
  }

  /** Past one character and the white space before it, of which folding leaves any amount. */
  private boolean step(char wanted) {
    skipSpace();
    boolean escaped = current() == '\\' || current() == '\'';
    if (escaped && scalar.quoted() && at + 1 < source.length() && source.charAt(at + 1) == wanted) {
      at++;
    }
    boolean found = current() == wanted;
    at++;
    return found;
  }

  private void skipSpace() {
    while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
  }

  private char current() {
    return at < source.length() ? source.charAt(at) : '\n';
  }

  private Mark mark() {
    String before = source.substring(0, Math.min(at, source.length()));
    int lines = (int) before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    return new Mark(scalar.at().file(), scalar.at().line() + lines, column);
  }
}
