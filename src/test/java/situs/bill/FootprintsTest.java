package situs.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.machine;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.region;
import static situs.ScenarioFixture.scenario;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import situs.model.Component;
import situs.model.ComponentKind;
import situs.model.InstanceType;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Region;
import situs.model.RoutingRule;
import situs.simulation.Observations;
import situs.simulation.PoolUse;

class FootprintsTest {

  private static Placed placed(String workload, Region region, InstanceType type, int instances) {
    return new Placed(
        new Component(workload, ComponentKind.MODEL),
        region,
        Optional.of(offer(type, "1", instances)),
        Optional.empty(),
        instances,
        instances,
        "");
  }

  private static Footprint of(double utilisation, Placed... placed) {
    List<PoolUse> uses =
        List.of(placed).stream()
            .map(p -> new PoolUse(p.id(), 0, 0, 0, 0, 0, 0, 0, utilisation, 0, 0))
            .toList();
    return Footprints.of(
        scenario(List.of(), List.of()),
        new Placement("x", List.of(placed), List.of(), RoutingRule.NEAREST),
        new Observations(86_400, uses, List.of(), List.of(), List.of(), 0));
  }

  @Test
  void anAcceleratorDrawsByItsUtilisation() {
    Footprint f = of(0.5, placed("a", region("blue/a"), gpus("gpu8", "G", 8), 2));
    // GPUs: 8 * 700 W * (0.3 + 0.7 * 0.5) = 3,640 W; host: 96 * (0.74 + 2.76 * 0.5) = 203.52 W
    // 2 * 3,843.52 W * 24 h * 1.2 = 221.386752 kWh; at 400 g/kWh 88.5547008 kg
    assertThat(f.energyKwh().orElseThrow()).isCloseTo(221.386752, within(1e-9));
    assertThat(f.co2Kg().orElseThrow()).isCloseTo(88.5547008, within(1e-9));
  }

  @Test
  void rentedAndIdleStillDraws() {
    // 16 * 0.74 W * 24 h * 1.2
    assertThat(of(0, placed("a", region("blue/a"), machine("box", 16), 1)).energyKwh())
        .hasValueSatisfying(kwh -> assertThat(kwh).isCloseTo(0.340992, within(1e-9)));
  }

  @Test
  void oneMissingFigureLeavesTheSumUnknown() {
    Placed known = placed("a", region("blue/a"), machine("box", 16), 1);
    Region gridless = region("blue/b", Optional.empty(), Optional.of(1.2));
    Footprint noGrid = of(0.5, known, placed("b", gridless, machine("box", 16), 1));
    assertThat(noGrid.energyKwh()).isPresent();
    assertThat(noGrid.co2Kg()).isEmpty();
    Region noPue = region("blue/c", Optional.of(400.0), Optional.empty());
    Footprint unknown = of(0.5, known, placed("c", noPue, machine("box", 16), 1));
    assertThat(unknown.energyKwh()).isEmpty();
    assertThat(unknown.co2Kg()).isEmpty();
  }
}
