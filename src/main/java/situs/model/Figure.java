package situs.model;

/** A number with its origin; the unit is the owner's to state. */
public record Figure(double value, Provenance provenance) {}
