package situs.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.audit.Charge;
import situs.contract.Contracts;
import situs.contract.Facts;
import situs.model.Placement;
import situs.model.Scenario;
import situs.placement.BillSpace;
import situs.placement.Strategies;
import situs.scenario.ScenarioFile;

/** Whatever a run is billed, clauses could be asked about before. */
class BillSpaceTest {
  private static Set<Facts> billed(Scenario scenario, String strategy) {
    Placement placement =
        Strategies.named(strategy, Optional.empty()).orElseThrow().place(scenario, Contracts.NONE);
    List<Charge> charges =
        Charges.of(
            scenario,
            placement,
            new Replication(scenario, Contracts.NONE).replicate(placement, 1).bill(),
            List.of());
    return charges.stream()
        .map(c -> Facts.ofCharge(scenario, c.workload(), c.region(), c.category(), c.purchase()))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({
    "frontier-dispute, cheapest, Storage",
    "frontier-dispute, spread, Compute",
    "managed, cheapest, AI and Machine Learning"
  })
  void everyLineOfABillIsAmongThoseThatCouldBe(String name, String strategy, String category) {
    Scenario scenario =
        ScenarioFile.read(Path.of("scenarios", name + ".yaml"))
            .get(0)
            .scenario()
            .withRun(Duration.ofMinutes(5), 1, 1);
    Set<Facts> billed = billed(scenario, strategy);
    assertThat(BillSpace.of(scenario)).containsAll(billed);
    assertThat(billed)
        .anyMatch(facts -> category.equals(facts.values().get("charge.category")))
        .anyMatch(facts -> "Networking".equals(facts.values().get("charge.category")));
  }
}
