package situs.report;

import situs.audit.Standing;

/** Colours, or none. */
public enum Style {
  /** For files, pipes and those who ask for no colour. */
  PLAIN("", "", "", "", ""),
  /** ANSI escape sequences, for a terminal. */
  ANSI("\033[1m", "\033[32m", "\033[33m", "\033[31m", "\033[0m");

  private final String bold;
  private final String green;
  private final String yellow;
  private final String red;
  private final String reset;

  Style(String bold, String green, String yellow, String red, String reset) {
    this.bold = bold;
    this.green = green;
    this.yellow = yellow;
    this.red = red;
    this.reset = reset;
  }

  String heading(String text) {
    return bold + text + reset;
  }

  /** Green, yellow or red, by how bad it is. */
  String of(Standing standing, String text) {
    String colour =
        switch (standing) {
          case COMPLIANT -> green;
          case CONTESTED -> yellow;
          case BREACH -> red;
        };
    return colour + text + reset;
  }
}
