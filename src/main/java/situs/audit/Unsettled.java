package situs.audit;

import situs.contract.SubjectKind;

/**
 * A reading of a clause that cannot be told, because a fact is missing. Never taken for satisfied.
 *
 * @param subject as in {@link Violation#subject()}
 * @param placement as in {@link Violation#placement()}
 * @param reason names the missing fact
 */
public record Unsettled(
    String contract,
    String clause,
    String reading,
    SubjectKind kind,
    String subject,
    String placement,
    String reason) {}
