package situs.contract;

import java.util.List;
import java.util.Set;

/**
 * What is demanded of one placement, route or charge at a time: judged once for all that are alike,
 * and then counted.
 */
public sealed interface SubjectRule extends Rule
    permits Require,
        Forbid,
        Permit,
        PermittedBy,
        Exclusive,
        Residency,
        FirstRefusal,
        ShipsFirst,
        Notice,
        HopEnds {

  /** Whether the subject keeps it. */
  Truth holds(Facts subject);

  /**
   * What is demanded, and how the subject fails it: {@code requires …; target.provider is "aws"}.
   */
  String reason(Facts subject);

  /** Facts that it needs and that are missing. */
  List<String> missing(Facts subject);

  @Override
  default Set<Remedy.Per> seen(SubjectKind over) {
    return over == SubjectKind.CHARGE ? Set.of() : Remedy.Per.OF_TRAFFIC;
  }

  /** The verdict on a subject that keeps it. */
  default Verdict kept(Facts subject) {
    return new Verdict.Satisfied("kept");
  }

  /** The verdict on a subject that does not. */
  default Verdict objection(Facts subject) {
    return new Verdict.Violated(reason(subject));
  }

  /** Whether only a run can tell, so that a plan is not held to it. */
  default boolean needsRun() {
    return false;
  }
}
