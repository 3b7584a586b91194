package situs.model;

import java.util.Optional;

/**
 * A component in one region on one instance type.
 *
 * @param offer what is rented; empty for a state store, which is paid by what it holds
 * @param profile how a replica serves; present for model pools only
 * @param instances rented; 0 for a state store
 * @param replicas servers: model replicas or runtime instances; 0 for a state store
 * @param why the strategy's reason, for the reader
 */
public record Placed(
    Component component,
    Region region,
    Optional<Offer> offer,
    Optional<ServingProfile> profile,
    int instances,
    int replicas,
    String why) {

  /**
   * Unique in a placement: {@code gpt-api.model@azure/eastus2}, with the type where there is one.
   */
  public String id() {
    String place = component + "@" + region.id();
    return offer.map(o -> place + "/" + o.type().name()).orElse(place);
  }
}
