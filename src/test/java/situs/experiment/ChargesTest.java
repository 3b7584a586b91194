package situs.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.ScenarioFixture.region;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import situs.ScenarioFixture;
import situs.audit.Charge;
import situs.bill.Bill;
import situs.bill.Billing;
import situs.contract.Sighting.Timing;
import situs.model.Component;
import situs.model.ComponentKind;
import situs.model.Incident;
import situs.model.Incident.PriceChange;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.RegionId;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.simulation.FleetUse;
import situs.simulation.KvUse;
import situs.simulation.MeteredUse;
import situs.simulation.Observations;
import situs.simulation.PoolUse;
import situs.simulation.PrefixUse;
import situs.simulation.TokenUse;

/** A bill in the stretches that contracts ask for, by hand arithmetic. */
class ChargesTest {
  private static final double HOUR_S = 3600;
  private static final Instant START = Instant.parse("2026-03-18T00:00:00Z");

  private static Scenario scenario(Incident... incidents) {
    return ScenarioFixture.scenario(
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(incidents),
        List.of(),
        new ScenarioFixture.Wires(Map.of()));
  }

  private static Placed rented(int instances) {
    return new Placed(
        new Component("agents", ComponentKind.RUNTIME),
        region("blue/a"),
        Optional.of(ScenarioFixture.offer(ScenarioFixture.machine("box", 16), "10", instances)),
        Optional.empty(),
        instances,
        instances,
        "");
  }

  private static List<String> usd(
      Scenario scenario, Placed placed, Observations seen, int... hours) {
    Placement placement = new Placement("x", List.of(placed), List.of(), RoutingRule.NEAREST);
    Bill bill = Billing.bill(scenario, placement, seen);
    List<Instant> boundaries =
        java.util.Arrays.stream(hours).mapToObj(h -> START.plusSeconds(3600L * h)).toList();
    List<Charge> charges = Charges.of(scenario, placement, bill, boundaries);
    assertThat(charges).allSatisfy(c -> assertThat(c.timing()).isEqualTo(Timing.SEEN));
    assertThat(charges.stream().map(Charge::cost).reduce((a, b) -> a.plus(b)))
        .contains(bill.total());
    return charges.stream()
        .map(c -> (int) (c.fromS() / HOUR_S) + ":00 " + c.cost().usd().toPlainString())
        .toList();
  }

  /** At 10 USD an hour, and 15 from 6:00 to 12:00. */
  @Test
  void aPriceChangeIsPaidWhileItLasts() {
    Scenario dearer =
        scenario(new PriceChange(6 * HOUR_S, 6 * HOUR_S, RegionId.parse("blue/a"), 1.5));
    Observations seen =
        new Observations(24 * HOUR_S, List.of(), List.of(), List.of(), List.of(), 0);
    assertThat(usd(dearer, rented(1), seen, 6, 9, 12))
        .containsExactlyInAnyOrder("0:00 60", "6:00 45", "9:00 45", "12:00 120");
  }

  /** Two of them, one from 8:00 to 9:00, and none from 20:00 on. */
  @Test
  void rentIsPaidWhileItIsRented() {
    List<FleetUse.Step> steps =
        List.of(
            new FleetUse.Step(0, 2),
            new FleetUse.Step(8 * HOUR_S, 1),
            new FleetUse.Step(9 * HOUR_S, 2),
            new FleetUse.Step(20 * HOUR_S, 0));
    Placed placed = rented(2);
    PoolUse use =
        new PoolUse(
            placed.id(),
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            KvUse.NONE,
            PrefixUse.NONE,
            TokenUse.NONE,
            Optional.of(new FleetUse(steps, 39, 39, 1, 3, 0)));
    Observations seen =
        new Observations(24 * HOUR_S, List.of(use), List.of(), List.of(), List.of(), 0);
    assertThat(usd(scenario(), placed, seen, 8, 12, 20))
        .containsExactly("0:00 160", "8:00 70", "12:00 160");
  }

  /** 2,500 GiB-hours at 0.001 USD, of which 500 were held before noon. */
  @Test
  void stateIsPaidWhenItWasHeld() {
    Placed store =
        new Placed(
            new Component("agents", ComponentKind.STATE),
            region("blue/a"),
            Optional.empty(),
            Optional.empty(),
            0,
            0,
            "");
    PoolUse use = new PoolUse(store.id(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 2500);
    Observations seen =
        new Observations(
            24 * HOUR_S,
            List.of(use),
            List.of(),
            List.of(),
            List.of(),
            0,
            List.of(),
            List.of(
                new MeteredUse(store.id(), 0, 12 * HOUR_S, TokenUse.NONE, 500),
                new MeteredUse(store.id(), 12 * HOUR_S, 24 * HOUR_S, TokenUse.NONE, 2000)));
    assertThat(usd(scenario(), store, seen, 12)).containsExactly("0:00 0.5", "12:00 2");
  }
}
