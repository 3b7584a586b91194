package situs.contract;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of a clause its drafter may not have meant. Declared once: the key in {@code accept}, the
 * JSON Schema's list and the table in docs/contracts.md derive from it.
 */
public enum Doubt {
  NEVER_IN_FORCE("never-in-force", "it ends before it begins", ""),
  GAP(
      "gap",
      "it begins after the clause that it replaces, or another that says the same, has ended; or so"
          + " does an exception",
      "what ended, a clause or an exception"),
  ONE_SIDED(
      "one-sided",
      "a condition, operand or exception never holds or always does; a demand is always kept or"
          + " never",
      "the outcome that no subject has"),
  EXCEPTIONS_DISAGREE(
      "exceptions-disagree",
      "exceptions apply to the same subject and say different things",
      "all that apply, as `a, b`"),
  EXCEPTIONS_OVERLAP(
      "exceptions-overlap",
      "two exceptions apply to the same subject and say the same of all such: one may be meant"
          + " narrower",
      "the two, as `a, b`"),
  READINGS_ALIKE("readings-alike", "two readings never differ", "the two, as `a, b`"),
  NOT_SEARCHED("not-searched", "what it asks for is too much to search", ""),
  NOT_TRIGGERED(
      "not-triggered",
      "it speaks of no subject that the scenarios allow, or exceptions free them all",
      ""),
  NOT_STATED(
      "not-stated",
      "it cannot be told of some subject without a fact that is known of none that it speaks of",
      "the fact"),
  NOT_KNOWN(
      "not-known",
      "a rule names a provider that neither the catalogue nor a scenario has a region of",
      "the provider"),
  ACCEPTS_NOTHING("accepts-nothing", "what is accepted of it is not found", "what is accepted");

  private final String word;
  private final String meaning;
  private final String about;

  Doubt(String word, String meaning, String about) {
    this.word = word;
    this.meaning = meaning;
    this.about = about;
  }

  /** As it is written. */
  public String word() {
    return word;
  }

  /** What is found of the clause. */
  public String meaning() {
    return meaning;
  }

  /** What sets two of one clause apart, in words; empty where there is one at most. */
  public String about() {
    return about;
  }

  /** Whether only a scenario can raise it. */
  public boolean asksForScenario() {
    return this == NOT_TRIGGERED || this == NOT_STATED || this == NOT_KNOWN;
  }

  /** Whether all may be well with the clause nevertheless. */
  public boolean isMild() {
    return this == EXCEPTIONS_OVERLAP || this == NOT_SEARCHED;
  }

  /** Those that a contract may accept. */
  public static Stream<Doubt> acceptable() {
    return Stream.of(values()).filter(doubt -> doubt != ACCEPTS_NOTHING);
  }

  /** That of a word, among those that can be accepted. */
  static Optional<Doubt> named(String word) {
    return acceptable().filter(doubt -> doubt.word.equals(word)).findFirst();
  }
}
