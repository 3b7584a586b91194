package situs.model;

import java.util.Optional;

/**
 * A region where capacity is rented.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param geography lower-case continent word used by contracts, such as {@code europe}
 * @param gridGco2PerKwh grid carbon intensity, g CO2 per kWh
 * @param pue power usage effectiveness: facility energy over IT energy
 */
public record Region(
    RegionId id,
    String displayName,
    String country,
    String geography,
    GeoPoint location,
    Optional<Figure> gridGco2PerKwh,
    Optional<Figure> pue,
    Provenance provenance) {}
