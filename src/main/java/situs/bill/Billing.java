package situs.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.model.Categories;
import situs.model.Money;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Route;
import situs.model.Scenario;
import situs.model.StoragePrice;
import situs.simulation.Observations;

/**
 * The bill of a run's measured window: instances, tokens of managed models, data that moved, state
 * that was kept. Amounts are exact: a line is its quantity times its unit price, the bill is the
 * sum of its lines.
 */
public final class Billing {
  private Billing() {}

  /**
   * The bill, in the order of the placement, then of the routes; throws {@link
   * IllegalArgumentException} where something was used whose price the scenario does not state.
   */
  public static Bill bill(Scenario scenario, Placement placement, Observations observations) {
    List<BillLine> lines = new ArrayList<>();
    for (Placed placed : placement.placed()) {
      lines.addAll(Rents.lines(scenario, placed, observations));
    }
    lines.addAll(Commitments.unused(scenario, placement, observations));
    for (Placed placed : placement.placed()) {
      lines.addAll(tokens(placed, observations));
    }
    for (Placed placed : placement.placed()) {
      Metered.of(placed, observations)
          .filter(metered -> metered.whole().stateGibHours() > 0)
          .ifPresent(metered -> lines.add(storage(scenario, placed, metered)));
    }
    Transfers.charges(scenario, observations).forEach(c -> lines.add(c.line()));
    return new Bill(lines);
  }

  /** What the data on each route cost, both directions; routes without a charge are left out. */
  public static Map<Route, Money> transferByRoute(Scenario scenario, Observations observations) {
    Map<Route, Money> costs = new LinkedHashMap<>();
    Transfers.charges(scenario, observations)
        .forEach(c -> costs.merge(c.route(), c.line().cost(), Money::plus));
    return costs;
  }

  private static List<BillLine> tokens(Placed placed, Observations observations) {
    return placed.managed().stream()
        .flatMap(
            offering ->
                Metered.of(placed, observations).stream()
                    .flatMap(metered -> TokenCharges.lines(placed, offering, metered).stream()))
        .toList();
  }

  private static BillLine storage(Scenario scenario, Placed placed, Metered metered) {
    StoragePrice price =
        scenario
            .storage()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        placed.id()
                            + " keeps session state, and the scenario states no price of storage"));
    BigDecimal gibHours =
        new BigDecimal(metered.whole().stateGibHours()).setScale(9, RoundingMode.HALF_EVEN);
    return new BillLine(
        placed.component().workload(),
        Optional.of(placed.id()),
        placed.region().id().provider(),
        Optional.of(placed.region().id()),
        Categories.STORAGE,
        "session state",
        "state",
        "",
        gibHours,
        "GiB-hours",
        price.perGibHour(),
        price.perGibHour().times(gibHours),
        price.provenance(),
        metered.course(use -> BigDecimal.valueOf(use.stateGibHours())));
  }
}
