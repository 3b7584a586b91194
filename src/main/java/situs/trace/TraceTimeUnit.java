package situs.trace;

import java.util.Arrays;
import java.util.List;

/** Units of times that are numbers. */
public enum TraceTimeUnit {
  NANOSECONDS("ns", 0),
  MICROSECONDS("us", 3),
  MILLISECONDS("ms", 6),
  SECONDS("s", 9);

  private final String word;

  /** Nanoseconds of it as a power of ten. */
  private final int digits;

  TraceTimeUnit(String word, int digits) {
    this.word = word;
    this.digits = digits;
  }

  public String word() {
    return word;
  }

  int digits() {
    return digits;
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(TraceTimeUnit::word).toList();
  }

  /** The unit of that word, which must be one of {@link #words}. */
  public static TraceTimeUnit of(String word) {
    return values()[words().indexOf(word)];
  }
}
