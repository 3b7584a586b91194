package situs.contract;

/**
 * What is reported beside the clauses, and that no placement, route or bill could break: a fact, a
 * licence, an investment.
 *
 * @param text in our words
 * @param cite where it is reported
 * @param status how sure the report is
 * @param dates since when, and until when, as written
 */
public record Recorded(String id, String text, String cite, String status, Dates dates) {}
