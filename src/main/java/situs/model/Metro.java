package situs.model;

import java.time.ZoneId;

/**
 * A city whose people send requests.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param geography lower-case continent word, as in {@link Region}
 * @param zone local time, in which daily demand curves are written
 */
public record Metro(
    String name,
    String country,
    String geography,
    GeoPoint location,
    ZoneId zone,
    Provenance provenance) {}
