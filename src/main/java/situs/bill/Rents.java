package situs.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import situs.model.Categories;
import situs.model.Incident.PriceChange;
import situs.model.Offer;
import situs.model.Placed;
import situs.model.Provenance;
import situs.model.Scenario;
import situs.simulation.FleetUse;
import situs.simulation.FleetUse.Step;
import situs.simulation.Observations;
import situs.simulation.PoolUse;

/**
 * What the rented instances cost for as long as they were rented, also while they booted or were
 * down; what was paid ahead, all the time and at the price that was agreed. A price change makes a
 * line of its own for the time that it lasts; changes that overlap multiply.
 */
final class Rents {
  private static final BigDecimal HOUR_S = new BigDecimal(3600);

  private Rents() {}

  static List<BillLine> lines(Scenario scenario, Placed placed, Observations observations) {
    List<BillLine> lines = new ArrayList<>();
    placed
        .offer()
        .filter(o -> placed.instances() > 0)
        .ifPresent(
            offer ->
                secondsByFactor(scenario, placed, observations)
                    .forEach((factor, seconds) -> lines.add(line(placed, offer, factor, seconds))));
    return lines;
  }

  /** Instance-seconds at each price, by its factor on the list price, in the order of first use. */
  private static Map<BigDecimal, BigDecimal> secondsByFactor(
      Scenario scenario, Placed placed, Observations observations) {
    double windowS = observations.windowS();
    NavigableMap<Double, Integer> instances = instancesFrom(placed, observations);
    List<PriceChange> changes =
        scenario.incidents().stream()
            .filter(PriceChange.class::isInstance)
            .map(PriceChange.class::cast)
            .filter(c -> c.region().equals(placed.region().id()) && !placed.isPaidAhead())
            .toList();
    TreeSet<Double> cuts = new TreeSet<>(List.of(0.0, windowS));
    instances.keySet().forEach(from -> cuts.add(Math.min(windowS, from)));
    for (PriceChange c : changes) {
      cuts.add(Math.max(0, Math.min(windowS, c.atS())));
      cuts.add(Math.max(0, Math.min(windowS, c.atS() + c.forS())));
    }
    Map<BigDecimal, BigDecimal> seconds = new LinkedHashMap<>();
    double from = cuts.pollFirst();
    for (double to : cuts) {
      BigDecimal length = BigDecimal.valueOf(to).subtract(BigDecimal.valueOf(from));
      BigDecimal rented =
          length.multiply(BigDecimal.valueOf(instances.floorEntry(from).getValue()));
      seconds.merge(factorAt(changes, from), rented, BigDecimal::add);
      from = to;
    }
    return seconds;
  }

  /** What was rented over time; where nobody looked, all that was placed. */
  private static NavigableMap<Double, Integer> instancesFrom(
      Placed placed, Observations observations) {
    NavigableMap<Double, Integer> instances = new TreeMap<>();
    observations
        .of(placed)
        .filter(use -> !placed.isPaidAhead())
        .flatMap(PoolUse::fleet)
        .map(FleetUse::steps)
        .orElse(List.of(new Step(0, placed.instances())))
        .forEach(step -> instances.put(step.fromS(), step.instances()));
    return instances;
  }

  private static BigDecimal factorAt(List<PriceChange> changes, double at) {
    return changes.stream()
        .filter(c -> c.atS() <= at && at < c.atS() + c.forS())
        .map(c -> BigDecimal.valueOf(c.factor()))
        .reduce(BigDecimal.ONE, BigDecimal::multiply)
        .stripTrailingZeros();
  }

  private static BillLine line(Placed placed, Offer offer, BigDecimal factor, BigDecimal seconds) {
    BigDecimal hours = seconds.divide(HOUR_S, 12, RoundingMode.HALF_EVEN);
    boolean list = factor.compareTo(BigDecimal.ONE) == 0;
    Provenance price = offer.price().provenance();
    String type = offer.type().name();
    return new BillLine(
        placed.component().workload(),
        Optional.of(placed.id()),
        placed.region().id().provider(),
        placed.region().id(),
        Categories.COMPUTE,
        list ? type : type + " at " + factor.toPlainString() + " times the price, by an event",
        type,
        offer.purchase().word(),
        hours,
        "instance-hours",
        offer.price().perHour().times(factor),
        offer.price().perHour().times(factor).times(hours),
        list ? price : Provenance.assumed("an event of the scenario on: " + price.source()));
  }
}
