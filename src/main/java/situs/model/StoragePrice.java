package situs.model;

/** What keeping session state costs. */
public record StoragePrice(Money perGibHour, Provenance provenance) {}
