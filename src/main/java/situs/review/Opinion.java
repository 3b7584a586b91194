package situs.review;

import java.time.Instant;
import java.util.Optional;
import situs.audit.Standing;
import situs.contract.Disagreement;
import situs.contract.Judgement;
import situs.contract.Verdict;

/**
 * What a reading of a clause says of a subject from an instant on.
 *
 * @param from when the law that it speaks by begins, or the run does
 * @param basis what it rests on
 */
public record Opinion(Instant from, Reviewed subject, Judgement judgement, Basis basis) {

  /** What an opinion rests on. */
  public enum Basis {
    /** Facts of the subject, which a run does not change. */
    FACTS,
    /** Amounts as they are planned; a run strays from them. */
    PLAN,
    /** What nobody can know before a run. */
    RUN
  }

  /** Of a placement or route. */
  static Opinion of(Instant from, Reviewed subject, Judgement judgement) {
    boolean open =
        judgement.clause().needsRun() && judgement.verdict() instanceof Verdict.Undetermined;
    return new Opinion(from, subject, judgement, open ? Basis.RUN : Basis.FACTS);
  }

  /** Whether a run must say what nobody can know before. */
  public boolean needsRun() {
    return basis == Basis.RUN;
  }

  /** Whether it cannot be told, and a run would not tell either. */
  public boolean isOpen() {
    return !needsRun() && judgement.verdict().isOpen();
  }

  /** The exceptions that disagree on the subject, if some do. */
  public Optional<Disagreement> disagreement() {
    return Disagreement.of(judgement, subject.name());
  }

  /**
   * How bad it is; what only a run can tell is not held against a plan, nor is a total that cannot
   * be told: what is unknown of it lies outside the scenario. That exceptions disagree does not.
   */
  public Standing standing() {
    return needsRun() || basis == Basis.PLAN && judgement.verdict() instanceof Verdict.Undetermined
        ? Standing.COMPLIANT
        : Standing.of(judgement.verdict());
  }

  /** {@code microsoft-openai/api-on-azure}. */
  public String clause() {
    return judgement.contract().name() + "/" + judgement.clause().id();
  }
}
