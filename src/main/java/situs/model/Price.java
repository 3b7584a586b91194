package situs.model;

/** An hourly price of an instance type in a region. */
public record Price(
    RegionId region,
    String instanceType,
    Purchase purchase,
    Money perHour,
    Provenance provenance) {}
