package situs.contract;

/**
 * What a reading of a clause says of a subject. An objection has two forms: what is forbidden, and
 * what nothing permits; and where nothing can be told, that is a third answer.
 */
public sealed interface Verdict {

  /** Why, in words with the facts that decided. */
  String reason();

  /** The word used in files and outputs. */
  String word();

  /** Whether the subject is against the clause. */
  default boolean objects() {
    return this instanceof Violated || this instanceof NotPermitted;
  }

  /** Whether it cannot be told. */
  default boolean isOpen() {
    return this instanceof Undetermined || this instanceof Conflicting;
  }

  /** The clause applies and is kept. */
  record Satisfied(String reason) implements Verdict {
    @Override
    public String word() {
      return "kept";
    }
  }

  /** The clause applies and is not kept: what it concerns is forbidden. */
  record Violated(String reason) implements Verdict {
    @Override
    public String word() {
      return "forbidden";
    }
  }

  /** Only what is permitted is allowed, and nothing permits it. */
  record NotPermitted(String reason) implements Verdict {
    @Override
    public String word() {
      return "not permitted";
    }
  }

  /** The clause does not speak of this subject, or an exception frees it. */
  record NotApplicable(String reason) implements Verdict {
    @Override
    public String word() {
      return "not applicable";
    }
  }

  /**
   * A fact is missing that would decide, or an expression gives no answer on the facts.
   *
   * @param fact names of the missing facts; empty when none is missing
   */
  record Undetermined(String fact, String reason) implements Verdict {
    @Override
    public String word() {
      return "undetermined";
    }
  }

  /**
   * Two exceptions apply and disagree: an error of the contract, which names both.
   *
   * @param sides what follows from each
   */
  record Conflicting(Cited one, Cited other, String sides) implements Verdict {
    static final String WORD = "exceptions disagree";

    /** The same, which says of what. */
    Conflicting about(String subject) {
      return new Conflicting(one, other, sides + ", of " + subject);
    }

    @Override
    public String reason() {
      return "exceptions %s and %s both apply and disagree: %s"
          .formatted(one.words(), other.words(), sides);
    }

    @Override
    public String word() {
      return WORD;
    }
  }
}
