package situs.model;

import java.util.List;

/**
 * What a scenario can buy in one region.
 *
 * @param offers instances to rent
 * @param managed models sold by the token
 */
public record Datacenter(Region region, List<Offer> offers, List<ManagedOffering> managed) {
  public Datacenter {
    offers = List.copyOf(offers);
    managed = List.copyOf(managed);
  }

  /** Instances alone. */
  public Datacenter(Region region, List<Offer> offers) {
    this(region, offers, List.of());
  }
}
