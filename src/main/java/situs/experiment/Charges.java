package situs.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import situs.audit.Charge;
import situs.bill.Bill;
import situs.model.Money;
import situs.model.Placement;
import situs.model.Region;
import situs.model.RegionId;
import situs.model.Scenario;

/** The bill as clauses over charges see it: lines that they cannot tell apart put together. */
public final class Charges {
  private Charges() {}

  private record Key(String workload, RegionId region, String category, String purchase) {}

  public static List<Charge> of(Scenario scenario, Placement placement, Bill bill) {
    Map<RegionId, Region> regions = new LinkedHashMap<>();
    Stream.concat(
            scenario.datacenters().stream().map(place -> place.region()),
            placement.placed().stream().map(placed -> placed.region()))
        .forEach(region -> regions.putIfAbsent(region.id(), region));
    Map<Key, Money> sums = new LinkedHashMap<>();
    bill.lines()
        .forEach(
            line ->
                sums.merge(
                    new Key(line.workload(), line.region(), line.category(), line.purchase()),
                    line.cost(),
                    Money::plus));
    return sums.entrySet().stream()
        .filter(entry -> regions.containsKey(entry.getKey().region()))
        .map(
            entry ->
                new Charge(
                    entry.getKey().workload(),
                    regions.get(entry.getKey().region()),
                    entry.getKey().category(),
                    entry.getKey().purchase(),
                    entry.getValue()))
        .toList();
  }
}
