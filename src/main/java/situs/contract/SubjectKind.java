package situs.contract;

import java.util.Locale;

/** What a clause judges. */
public enum SubjectKind {
  /** A component in a region. */
  PLACEMENT,
  /** One hop that traffic takes, with its whole chain. */
  ROUTE;

  /** The word used in files and outputs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
