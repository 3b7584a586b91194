package situs.model;

import java.util.List;

/** What a scenario can rent in one region. */
public record Datacenter(Region region, List<Offer> offers) {
  public Datacenter {
    offers = List.copyOf(offers);
  }
}
