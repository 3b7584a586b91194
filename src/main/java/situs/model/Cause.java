package situs.model;

import java.util.Locale;

/** Why traffic took a route. */
public enum Cause {
  /** The routing rule's first choice. */
  PRIMARY,
  /** The first choice was full. */
  SPILLOVER,
  /** The first choice was down. */
  FAILOVER;

  /** The word used in contracts and outputs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
