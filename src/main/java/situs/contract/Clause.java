package situs.contract;

/** A rule of a contract. */
public record Clause(String name) {}
