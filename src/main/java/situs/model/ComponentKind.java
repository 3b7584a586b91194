package situs.model;

import java.util.Locale;

/** What a component is. */
public enum ComponentKind {
  /** Model servers. */
  MODEL,
  /** Where agent sessions run. */
  RUNTIME,
  /** Where sessions keep their state. */
  STATE;

  /** The word used in contracts and outputs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
