package situs.drafting;

import situs.document.Mark;

/** Something about a contract that its drafter may not have meant, with the way out. */
public record Finding(Mark at, Severity severity, String message) {

  /** How sure it is that something is wrong. */
  public enum Severity {
    WARNING,
    /** Nothing is wrong, and yet to be known: what could not be searched. */
    NOTE
  }
}
