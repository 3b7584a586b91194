package situs.audit;

import java.util.Locale;

/** Where a subject stands over all readings. */
public enum Standing {
  /** No reading objects. */
  COMPLIANT,
  /** Some readings object, or one cannot tell. */
  CONTESTED,
  /** Every reading of a clause objects. */
  BREACH;

  /** The word used in files and outputs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Standing worst(Standing other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
