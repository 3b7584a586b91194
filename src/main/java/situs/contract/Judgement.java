package situs.contract;

/** A verdict with what it is the verdict of. */
public record Judgement(Contract contract, Clause clause, String reading, Verdict verdict) {}
