package situs.audit;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import situs.contract.Facts;
import situs.model.ComponentKind;
import situs.model.Datacenter;
import situs.model.Incident.Outage;
import situs.model.InstanceType;
import situs.model.Offer;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Scenario;

/**
 * What could still be rented, of providers with a right of first refusal; nothing in a region that
 * is down.
 */
final class Room {
  private final Scenario scenario;
  private final Placement placement;
  private final List<String> watched;

  Room(Scenario scenario, Placement placement, List<String> watched) {
    this.scenario = scenario;
    this.placement = placement;
    this.watched = watched;
  }

  /** Seconds of the window at which a region of one of the providers goes down or comes back. */
  static Set<Double> changes(Scenario scenario, List<String> watched) {
    Set<Double> changes = new TreeSet<>();
    outages(scenario)
        .filter(outage -> watched.contains(outage.region().provider()))
        .flatMap(outage -> Stream.of(outage.atS(), outage.atS() + outage.forS()))
        .filter(at -> at > 0 && at < scenario.durationS())
        .forEach(changes::add);
    return changes;
  }

  /** A placement's facts, with the providers that had room for it at a second of the window. */
  Facts facts(Placed placed, double atS) {
    return Facts.of(scenario, placed)
        .withRoom(watched.stream().filter(provider -> has(provider, placed, atS)).toList());
  }

  private boolean has(String provider, Placed placed, double atS) {
    return scenario.datacenters().stream()
        .filter(place -> place.region().id().provider().equals(provider))
        .filter(place -> outages(scenario).noneMatch(o -> isDown(place, o, atS)))
        .anyMatch(
            place ->
                placed.component().kind() == ComponentKind.STATE
                    || place.offers().stream().anyMatch(offer -> fits(place, offer, placed)));
  }

  private static Stream<Outage> outages(Scenario scenario) {
    return scenario.incidents().stream().filter(Outage.class::isInstance).map(Outage.class::cast);
  }

  private static boolean isDown(Datacenter place, Outage outage, double atS) {
    return outage.region().equals(place.region().id())
        && outage.atS() <= atS
        && atS < outage.atS() + outage.forS();
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
