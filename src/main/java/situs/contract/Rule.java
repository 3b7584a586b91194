package situs.contract;

/** What a clause demands of a subject. One file a kind; {@link RuleKinds} lists them. */
interface Rule {

  /** Whether the subject keeps it. */
  Truth holds(Facts subject);

  /**
   * What is demanded, and how the subject fails it: {@code requires …; target.provider is "aws"}.
   */
  String reason(Facts subject);

  /** Why it cannot be told whether the subject keeps it; asked only where it cannot. */
  Doubt doubt(Facts subject);
}
