package situs.audit;

import java.util.Map;
import situs.contract.SubjectKind;

/**
 * Where one placement or route stands.
 *
 * @param subject as in {@link Violation#subject()}
 * @param placement id of the placement that it is, or that the hop leads to
 * @param byReading worst verdict word by reading, in the order of the contracts
 */
public record SubjectStanding(
    SubjectKind kind,
    String subject,
    String placement,
    Standing standing,
    Map<String, Standing> byReading) {}
