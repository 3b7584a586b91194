package situs.model;

/** What comes from one metro. */
public record OriginDemand(Metro metro, Arrivals arrivals) {}
