package situs.audit;

import java.util.List;
import java.util.function.Predicate;
import situs.contract.Facts;
import situs.model.ComponentKind;
import situs.model.Datacenter;
import situs.model.InstanceType;
import situs.model.Offer;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Scenario;

/** What could still be rented, of providers with a right of first refusal. */
final class Room {
  private final Scenario scenario;
  private final Placement placement;
  private final List<String> watched;

  Room(Scenario scenario, Placement placement, List<String> watched) {
    this.scenario = scenario;
    this.placement = placement;
    this.watched = watched;
  }

  /** A placement's facts, with the providers that had room for it. */
  Facts facts(Placed placed) {
    return Facts.of(scenario, placed)
        .withRoom(watched.stream().filter(provider -> has(provider, placed)).toList());
  }

  private boolean has(String provider, Placed placed) {
    return scenario.datacenters().stream()
        .filter(place -> place.region().id().provider().equals(provider))
        .anyMatch(
            place ->
                placed.component().kind() == ComponentKind.STATE
                    || place.offers().stream().anyMatch(offer -> fits(place, offer, placed)));
  }

  /** Whether one more server of the component could be rented there. */
  private boolean fits(Datacenter place, Offer offer, Placed placed) {
    int own = offer.instances() - rented(place, o -> o.key().equals(offer.key()));
    int all =
        offer.together().orElse(Integer.MAX_VALUE)
            - rented(place, o -> o.type().equals(offer.type()));
    int left = Math.min(own, all);
    return left > 0 && serves(offer.type(), left, placed);
  }

  private int rented(Datacenter place, Predicate<Offer> which) {
    return placement.placed().stream()
        .filter(p -> p.region().id().equals(place.region().id()))
        .filter(p -> p.offer().filter(which).isPresent())
        .mapToInt(Placed::instances)
        .sum();
  }

  private boolean serves(InstanceType type, int left, Placed placed) {
    if (placed.component().kind() != ComponentKind.MODEL) {
      return type.accelerator().isPresent()
          == placed.offer().flatMap(o -> o.type().accelerator()).isPresent();
    }
    String model =
        scenario.modelOf(scenario.workload(placed.component().workload())).model().name();
    return scenario.profiles().stream()
        .filter(profile -> profile.model().equals(model))
        .filter(profile -> profile.parallel() <= left * type.accelerators())
        .anyMatch(
            profile ->
                type.accelerator().map(a -> a.name().equals(profile.accelerator())).orElse(false));
  }
}
