package situs.document;

import java.util.List;

/**
 * Follows the text of a value through the lines in which it is written, past quotes, line breaks
 * and escapes, to find where a character of it stands.
 */
final class Places {
  private final List<String> lines;
  private final Node.Scalar scalar;
  private int line;
  private int column;

  private Places(List<String> lines, Node.Scalar scalar) {
    this.lines = lines;
    this.scalar = scalar;
    this.line = scalar.at().line() - 1;
    this.column = scalar.at().column() - 1;
  }

  /** Where a character stands; the value's start where it is written as something else. */
  static Mark of(List<String> lines, Node.Scalar scalar, int offset) {
    return new Places(lines, scalar).find(offset);
  }

  private Mark find(int offset) {
    skipHeader();
    String text = scalar.text();
    Mark after = scalar.at();
    for (int i = 0; i < text.length() && i <= offset; i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        continue;
      }
      if (!seek(text.charAt(i))) {
        return scalar.at();
      }
      if (i == offset) {
        return mark();
      }
      column++;
      after = mark();
    }
    return after;
  }

  /** A block begins on the line after its sign, a quoted text after its quote. */
  private void skipHeader() {
    char sign = scalar.quoted() && inLine() ? lines.get(line).charAt(column) : ' ';
    if (sign == '|' || sign == '>') {
      line++;
      column = 0;
    } else if (sign == '"' || sign == '\'') {
      column++;
    }
  }

  private boolean inLine() {
    return line < lines.size() && column < lines.get(line).length();
  }

  /** Goes on to a character; at most one sign that is not of the text, an escape, lies before. */
  private boolean seek(char wanted) {
    int escapes = 0;
    while (line < lines.size()) {
      if (!inLine()) {
        line++;
        column = 0;
      } else if (lines.get(line).charAt(column) == wanted) {
        return true;
      } else if (Character.isWhitespace(lines.get(line).charAt(column)) || escapes++ == 0) {
        column++;
      } else {
        return false;
      }
    }
    return false;
  }

  private Mark mark() {
    return new Mark(scalar.at().file(), line + 1, column + 1);
  }
}
