package situs.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.frontier;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.machine;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import situs.ContractFixture;
import situs.contract.Contracts;
import situs.model.Scenario;
import situs.model.Workload;
import situs.optimise.Effort;

/** Of many pools optima are known to a gap, and what clauses cost is known to it only. */
class CoarsePricesTest {
  private static final int POOLS = 60;

  /** Red is cheap and has room for a third of the demand. */
  private static Scenario market() {
    SplittableRandom random = new SplittableRandom(4);
    List<Workload> workloads = new ArrayList<>();
    for (int i = 0; i < POOLS; i++) {
      workloads.add(model("w" + i, OptionalInt.of(8), flat("Town", random.nextDouble(1, 12))));
      if (i % 3 == 0) {
        workloads.add(frontier("s" + i, "w" + i, "red", flat("Town", random.nextDouble(0.05, 1))));
      }
    }
    return scenario(
        List.of(
            datacenter(
                "red/a",
                offer(gpus("gpu8", "G", 8), "61.3", 70),
                offer(machine("box", 16), "3", 40)),
            datacenter(
                "blue/b",
                offer(gpus("slow8", "S", 8), "41.9", 90),
                offer(machine("box", 16), "1", 40)),
            datacenter(
                "green/c",
                offer(gpus("gpu8", "G", 8), "88.1", 400),
                offer(machine("box", 16), "2", 400))),
        workloads,
        profile("G", 8, 1),
        profile("S", 8, 1.7));
  }

  private static Contracts contracts(String... conditions) {
    StringBuilder yaml = new StringBuilder("contract: t\nclauses:\n");
    for (int i = 0; i < conditions.length; i++) {
      yaml.append("  c%d:\n    text: t\n    cite: t\n    over: placement\n".formatted(i));
      yaml.append("    forbid: ").append(conditions[i]).append('\n');
    }
    return ContractFixture.read(yaml.toString());
  }

  @Test
  void whatIsBelowTheGapIsNotShownAndWhatIsAboveHasItsBounds() {
    Contracts contracts =
        contracts(
            "placement.provider == 'red' && workload.name == 'w7'",
            "placement.provider == 'blue' && component == 'model'");
    ClausePrices prices =
        ClausePrices.of(
            Optima.of(market(), contracts), r -> true, new Effort(1e-5, 1, Effort.EXACT.time()));
    Difference one = prices.clauses().get(0).alone().orElseThrow();
    Difference all = prices.clauses().get(1).alone().orElseThrow();
    assertThat(one.isFine()).as("%s", one).isFalse();
    assertThat(one.isShown()).as("%s", one).isFalse();
    assertThat(all.isShown()).as("%s", all).isTrue();
    for (Difference d : List.of(one, all, prices.premium().orElseThrow())) {
      assertThat(d.usdPerDay()).isBetween(d.leastUsdPerDay(), d.mostUsdPerDay());
      // Neither search is off by more than the 1 % that counts as near enough.
      assertThat(d.mostUsdPerDay() - d.leastUsdPerDay())
          .isLessThan(2 * Apart.NEAR * d.scaleUsdPerDay());
    }
    assertThat(prices.clauses().get(0).share().orElseThrow().slackUsdPerDay()).isPositive();
  }
}
