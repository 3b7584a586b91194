package situs.contract;

/** The outcome of a clause on a subject under a reading. */
public sealed interface Verdict {

  record Satisfied() implements Verdict {}

  record Violated(String reason) implements Verdict {}

  record NotApplicable() implements Verdict {}

  record Undetermined(String missing, String reason) implements Verdict {}
}
