package situs.audit;

import java.util.Optional;
import situs.contract.Remedy;
import situs.contract.SubjectKind;
import situs.model.Money;

/**
 * An objection of one reading of a clause to a subject, with what was seen of it.
 *
 * @param subject a placement's id, or a route's chain and hop
 * @param placement id of the placement that gives rise to it
 * @param firstAtS seconds from the start of the measured window; empty when nothing happened yet
 * @param lastAtS likewise
 * @param exposure what the clause's remedy makes of this subject alone over the measured window;
 *     empty without one. Those of several subjects do not simply add up, see {@link
 *     Findings#exposureByReading()}
 * @param remedy by which, with its basis
 * @param reason the sub-expression that decided, with the facts in it
 */
public record Violation(
    String contract,
    String clause,
    String reading,
    SubjectKind kind,
    String subject,
    String placement,
    Optional<Double> firstAtS,
    Optional<Double> lastAtS,
    long requests,
    long tokens,
    Optional<Money> exposure,
    Optional<Remedy> remedy,
    String reason) {}
