package situs.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.model.Categories;
import situs.model.Datacenter;
import situs.model.Offer;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Purchase;
import situs.model.Scenario;
import situs.simulation.Observations;

/**
 * What was signed for before the run and nothing was placed on: paid all the same, a line for each
 * region and instance type.
 */
final class Commitments {
  private static final BigDecimal HOUR_S = new BigDecimal(3600);

  private Commitments() {}

  static List<BillLine> unused(Scenario scenario, Placement placement, Observations observations) {
    BigDecimal hours =
        BigDecimal.valueOf(observations.windowS()).divide(HOUR_S, 12, RoundingMode.HALF_EVEN);
    List<BillLine> lines = new ArrayList<>();
    for (Datacenter place : scenario.datacenters()) {
      for (Offer offer : place.offers()) {
        int idle = offer.instances() - used(place, offer, placement);
        if (offer.purchase() == Purchase.COMMITTED && idle > 0) {
          BigDecimal quantity = hours.multiply(BigDecimal.valueOf(idle));
          lines.add(line(place, offer, quantity, Course.even(observations.windowS())));
        }
      }
    }
    return lines;
  }

  private static int used(Datacenter place, Offer offer, Placement placement) {
    return placement.placed().stream()
        .filter(p -> p.region().id().equals(place.region().id()))
        .filter(p -> p.offer().map(Offer::key).equals(Optional.of(offer.key())))
        .mapToInt(Placed::instances)
        .sum();
  }

  private static BillLine line(Datacenter place, Offer offer, BigDecimal hours, Course course) {
    return new BillLine(
        "",
        Optional.empty(),
        place.region().id().provider(),
        Optional.of(place.region().id()),
        Categories.COMPUTE,
        offer.type().name() + ", committed and not used",
        offer.type().name(),
        offer.purchase().word(),
        hours,
        "instance-hours",
        offer.price().perHour(),
        offer.price().perHour().times(hours),
        offer.price().provenance(),
        course);
  }
}
