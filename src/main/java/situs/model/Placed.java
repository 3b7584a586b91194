package situs.model;

import java.util.Optional;
import java.util.function.Function;

/**
 * A component in one region on one instance type.
 *
 * @param offer what is rented; empty for a state store, which is paid by what it holds, and for a
 *     model that is bought by the token
 * @param profile how a replica serves; present for model pools only
 * @param managed how a model is bought by the token, where it is
 * @param instances rented; 0 where nothing is
 * @param replicas servers: model replicas or runtime instances; 0 where nothing is rented
 * @param why the strategy's reason, for the reader
 */
public record Placed(
    Component component,
    Region region,
    Optional<Offer> offer,
    Optional<ServingProfile> profile,
    Optional<ManagedOffering> managed,
    int instances,
    int replicas,
    String why) {

  /** On instances, or a state store. */
  public Placed(
      Component component,
      Region region,
      Optional<Offer> offer,
      Optional<ServingProfile> profile,
      int instances,
      int replicas,
      String why) {
    this(component, region, offer, profile, Optional.empty(), instances, replicas, why);
  }

  /** A model bought by the token. */
  public static Placed managed(
      Component component, Region region, ManagedOffering offering, String why) {
    return new Placed(
        component, region, Optional.empty(), Optional.empty(), Optional.of(offering), 0, 0, why);
  }

  /**
   * Unique in a placement: {@code gpt-api.model@azure/eastus2}, with the instance type or the
   * service where there is one, and how it is bought unless on demand.
   */
  public String id() {
    return named(Offer::key);
  }

  /** What callers take as one: machines of one type in one region, however they were bought. */
  public String fleet() {
    return named(bought -> bought.type().name());
  }

  private String named(Function<Offer, String> name) {
    String place = component + "@" + region.id();
    return offer
        .map(name)
        .or(() -> managed.map(ManagedOffering::service))
        .map(what -> place + "/" + what)
        .orElse(place);
  }

  /** Whether its instances are paid all the time, used or not. */
  public boolean isPaidAhead() {
    return offer.filter(o -> o.purchase().isPaidAhead()).isPresent();
  }
}
