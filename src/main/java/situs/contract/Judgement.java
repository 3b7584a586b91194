package situs.contract;

/** What one reading of a clause says of a subject. */
public record Judgement(Contract contract, Clause clause, String reading, Verdict verdict) {}
