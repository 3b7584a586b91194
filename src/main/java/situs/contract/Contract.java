package situs.contract;

/** A dated text between parties. */
public record Contract(String name) {}
