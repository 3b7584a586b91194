package situs.contract;

import java.util.Optional;

/**
 * An error of a contract that a subject brought to light: exceptions that apply to it and disagree.
 *
 * @param subject the placement, route, charge or total
 */
public record Disagreement(
    String contract, String clause, String reading, String subject, Verdict.Conflicting conflict) {

  /** The one that a judgement of a subject comes to, if it does. */
  public static Optional<Disagreement> of(Judgement judgement, String subject) {
    return judgement.verdict() instanceof Verdict.Conflicting conflict
        ? Optional.of(
            new Disagreement(
                judgement.contract().name(),
                judgement.clause().id(),
                judgement.reading(),
                subject,
                conflict))
        : Optional.empty();
  }
}
