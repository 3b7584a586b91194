package situs.bill;

import java.util.Optional;

/**
 * Energy and carbon of a run's measured window.
 *
 * @param energyKwh facility energy, PUE included; empty where a figure is missing
 * @param co2Kg location-based; empty where the grid's figure is missing for a region in use
 */
public record Footprint(Optional<Double> energyKwh, Optional<Double> co2Kg) {
  static final Footprint UNKNOWN = new Footprint(Optional.empty(), Optional.empty());
}
