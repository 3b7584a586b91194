package situs.contract;

/** What a reading of a clause says of a subject. */
public sealed interface Verdict {

  /** Why, in words with the facts that decided. */
  String reason();

  /** The clause applies and is kept. */
  record Satisfied(String reason) implements Verdict {}

  /** The clause applies and is not kept. */
  record Violated(String reason) implements Verdict {}

  /** The clause does not speak of this subject, or an exception frees it. */
  record NotApplicable(String reason) implements Verdict {}

  /**
   * A fact is missing that would decide, or an expression gives no answer on the facts.
   *
   * @param fact names of the missing facts; empty when none is missing
   */
  record Undetermined(String fact, String reason) implements Verdict {}
}
