package situs.drafting;

import java.time.Instant;
import situs.contract.Derivation;
import situs.document.Mark;

/**
 * A case in which a clause does not say what is expected of it.
 *
 * @param at where that is expected
 * @param why what it says, down to the facts
 */
public record Failure(
    Mark at,
    String name,
    Instant date,
    String clause,
    String reading,
    String expected,
    String got,
    Derivation why) {}
