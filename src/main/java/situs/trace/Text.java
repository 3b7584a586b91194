package situs.trace;

import java.util.Arrays;

/** Characters of a field, in an array that is used again for the next row. */
final class Text {
  char[] chars = new char[32];
  int length;

  void set(char[] from, int offset, int count) {
    if (count > chars.length) {
      chars = new char[Math.max(count, 2 * chars.length)];
    }
    System.arraycopy(from, offset, chars, 0, count);
    length = count;
  }

  void set(String text) {
    set(text.toCharArray(), 0, text.length());
  }

  boolean isDigits(int from, int to) {
    for (int i = from; i < to; i++) {
      if (chars[i] < '0' || chars[i] > '9') {
        return false;
      }
    }
    return to > from;
  }

  /** The number that those digits are; at most 18 of them. */
  long digits(int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      value = 10 * value + chars[i] - '0';
    }
    return value;
  }

  boolean startsLike(Text other, int count) {
    return length >= count
        && other.length >= count
        && Arrays.equals(chars, 0, count, other.chars, 0, count);
  }

  /** Bits that stand for the text; never 0. */
  long hash() {
    // FNV-1a.
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < length; i++) {
      hash = (hash ^ chars[i]) * 0x100000001b3L;
    }
    return hash == 0 ? 1 : hash;
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}
