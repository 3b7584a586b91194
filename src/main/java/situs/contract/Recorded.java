package situs.contract;

/**
 * What is reported beside the clauses, and that no placement, route or bill could break: a fact, a
 * licence, an investment.
 *
 * @param attested what it is, and how well that is known
 * @param binds the party that it binds; empty: none, or none in particular
 * @param dates since when, and until when, as written
 */
public record Recorded(String id, Attested attested, String binds, Dates dates) {}
