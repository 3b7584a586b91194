package situs.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;
import situs.bill.Course.Basis;
import situs.bill.Course.Spell;
import situs.model.Categories;
import situs.model.Incident.PriceChange;
import situs.model.Offer;
import situs.model.Placed;
import situs.model.Provenance;
import situs.model.Scenario;
import situs.simulation.Observations;

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
                spellsByFactor(scenario, placed, observations)
                    .forEach((factor, spells) -> lines.add(line(placed, offer, factor, spells))));
    return lines;
  }

  /** Instance-seconds at each price, by its factor on the list price, in the order of first use. */
  private static Map<BigDecimal, List<Spell>> spellsByFactor(
      Scenario scenario, Placed placed, Observations observations) {
    double windowS = observations.windowS();
    NavigableMap<Double, Integer> instances = observations.rented(placed);
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
    Map<BigDecimal, List<Spell>> spells = new LinkedHashMap<>();
    double from = cuts.pollFirst();
    for (double to : cuts) {
      BigDecimal length = BigDecimal.valueOf(to).subtract(BigDecimal.valueOf(from));
      BigDecimal rented =
          length.multiply(BigDecimal.valueOf(instances.floorEntry(from).getValue()));
      spells
          .computeIfAbsent(factorAt(changes, from), factor -> new ArrayList<>())
          .add(new Spell(from, to, rented));
      from = to;
    }
    return spells;
  }

  private static BigDecimal factorAt(List<PriceChange> changes, double at) {
    return changes.stream()
        .filter(c -> c.atS() <= at && at < c.atS() + c.forS())
        .map(c -> BigDecimal.valueOf(c.factor()))
        .reduce(BigDecimal.ONE, BigDecimal::multiply)
        .stripTrailingZeros();
  }

  private static BillLine line(Placed placed, Offer offer, BigDecimal factor, List<Spell> spells) {
    BigDecimal seconds =
        spells.stream().map(Spell::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal hours = seconds.divide(HOUR_S, 12, RoundingMode.HALF_EVEN);
    boolean list = factor.compareTo(BigDecimal.ONE) == 0;
    Provenance price = offer.price().provenance();
    String type = offer.type().name();
    return new BillLine(
        placed.component().workload(),
        Optional.of(placed.id()),
        placed.region().id().provider(),
        Optional.of(placed.region().id()),
        Categories.COMPUTE,
        list ? type : type + " at " + factor.toPlainString() + " times the price, by an event",
        type,
        offer.purchase().word(),
        hours,
        "instance-hours",
        offer.price().perHour().times(factor),
        offer.price().perHour().times(factor).times(hours),
        list ? price : Provenance.assumed("an event of the scenario on: " + price.source()),
        new Course(spells, Basis.SEEN));
  }
}
