package situs.review;

import java.time.Instant;
import situs.audit.Standing;
import situs.contract.Judgement;

/**
 * What a reading of a clause says of a subject from an instant on.
 *
 * @param from when the law that it speaks by begins, or the run does
 */
public record Opinion(Instant from, Reviewed subject, Judgement judgement) {

  /** Whether a run must say what nobody can know before. */
  public boolean needsRun() {
    return judgement.clause().needsRun() && judgement.verdict().isOpen();
  }

  /** How bad it is; what only a run can tell is not held against a plan. */
  public Standing standing() {
    return needsRun() ? Standing.COMPLIANT : Standing.of(judgement.verdict());
  }

  /** {@code microsoft-openai/api-on-azure}. */
  public String clause() {
    return judgement.contract().name() + "/" + judgement.clause().id();
  }
}
