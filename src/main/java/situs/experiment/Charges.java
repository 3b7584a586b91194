package situs.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import situs.audit.Charge;
import situs.bill.Bill;
import situs.bill.BillLine;
import situs.bill.Course;
import situs.contract.Sighting.Timing;
import situs.model.Money;
import situs.model.Placement;
import situs.model.Region;
import situs.model.RegionId;
import situs.model.Scenario;

/**
 * The bill as clauses over charges see it: in the stretches between boundaries, with lines that
 * they cannot tell apart put together.
 */
final class Charges {
  private final Map<RegionId, Region> regions = new LinkedHashMap<>();
  private final List<Double> cuts = new ArrayList<>();
  private final Map<Key, Money> sums = new LinkedHashMap<>();

  private record Key(
      String workload,
      RegionId region,
      String category,
      String purchase,
      Timing timing,
      int stretch) {}

  private Charges(Scenario scenario, Placement placement, List<Instant> boundaries) {
    Stream.concat(
            scenario.datacenters().stream().map(place -> place.region()),
            placement.placed().stream().map(placed -> placed.region()))
        .forEach(region -> regions.putIfAbsent(region.id(), region));
    cuts.add(0.0);
    boundaries.forEach(b -> cuts.add(Duration.between(scenario.starts(), b).toNanos() / 1e9));
    cuts.add(scenario.durationS());
  }

  /**
   * By line of the bill and stretch; stretches in which nothing arose are left out.
   *
   * @param boundaries instants within the window, in order
   */
  static List<Charge> of(
      Scenario scenario, Placement placement, Bill bill, List<Instant> boundaries) {
    Charges charges = new Charges(scenario, placement, boundaries);
    bill.lines().forEach(charges::add);
    return charges.all();
  }

  private void add(BillLine line) {
    List<Money> parts = line.course().divide(line.cost(), cuts);
    // In one stretch there is all of it, whatever is known of its time.
    Timing timing = parts.size() == 1 ? Timing.SEEN : timing(line.course());
    for (int i = 0; i < parts.size(); i++) {
      if (parts.size() == 1 || parts.get(i).usd().signum() != 0) {
        Money part = parts.get(i);
        int stretch = i;
        line.region()
            .filter(regions::containsKey)
            .map(
                at ->
                    new Key(line.workload(), at, line.category(), line.purchase(), timing, stretch))
            .ifPresent(key -> sums.merge(key, part, Money::plus));
      }
    }
  }

  private static Timing timing(Course course) {
    return course.basis() == Course.Basis.SEEN ? Timing.SEEN : Timing.PROPORTION;
  }

  private List<Charge> all() {
    return sums.entrySet().stream().map(entry -> charge(entry.getKey(), entry.getValue())).toList();
  }

  private Charge charge(Key key, Money sum) {
    return new Charge(
        key.workload(),
        regions.get(key.region()),
        key.category(),
        key.purchase(),
        sum,
        cuts.get(key.stretch()),
        cuts.get(key.stretch() + 1),
        key.timing());
  }
}
