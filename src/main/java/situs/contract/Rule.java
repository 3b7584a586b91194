package situs.contract;

import java.util.List;

/** What a clause demands of a subject. One file a kind; {@link RuleKinds} lists them. */
public interface Rule {

  /** Whether the subject keeps it. */
  Truth holds(Facts subject);

  /**
   * What is demanded, and how the subject fails it: {@code requires …; target.provider is "aws"}.
   */
  String reason(Facts subject);

  /** Facts that it needs and that are missing. */
  List<String> missing(Facts subject);
}
