package situs.audit;

import java.util.List;
import java.util.Map;
import situs.contract.Disagreement;
import situs.model.Money;

/**
 * What an audit found.
 *
 * @param violations one a clause, reading and subject
 * @param unsettled one a clause, reading and subject that cannot be told
 * @param subjects every placement and route that was judged
 * @param byReading worst standing under each reading alone: compliant, contested (cannot tell) or
 *     breach
 * @param obligations what clauses that measure found, kept or not
 * @param claims what each violated clause with a remedy could cost
 * @param disagreements where exceptions of a clause apply together and disagree, in whatever
 *     stretch of time
 * @param exposureByReading sum of the clauses' exposures under each reading. Of one clause, a
 *     request that concerns several subjects counts once, and a day or a lump sum is due once
 */
public record Findings(
    List<Violation> violations,
    List<Unsettled> unsettled,
    List<SubjectStanding> subjects,
    Standing standing,
    Map<String, Standing> byReading,
    List<Claim> claims,
    Map<String, Money> exposureByReading,
    List<Obligation> obligations,
    List<Disagreement> disagreements) {}
