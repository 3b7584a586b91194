package situs.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.Scenario;
import situs.placement.Strategies;
import situs.scenario.ScenarioFile;
import situs.simulation.MeteredUse;
import situs.simulation.Observations;
import situs.simulation.PoolUse;
import situs.simulation.Simulation;

/** What is paid by use is read at each boundary, and nothing of it is lost or counted twice. */
class MeteredUseTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({"frontier-dispute", "managed"})
  void theReadingsAddUpToTheWhole(String name) {
    Scenario scenario =
        ScenarioFile.read(Path.of("scenarios", name + ".yaml"))
            .get(0)
            .scenario()
            .withRun(Duration.ofMinutes(5), 1, 1);
    Placement placement =
        Strategies.named("cheapest", Optional.empty())
            .orElseThrow()
            .place(scenario, Contracts.NONE);
    Instant starts = scenario.starts();
    Observations seen =
        Simulation.run(
            scenario, placement, 1, List.of(starts.plusSeconds(60), starts.plusSeconds(200)));
    assertThat(seen.metered()).isNotEmpty();
    for (PoolUse use : seen.pools()) {
      List<MeteredUse> parts =
          seen.metered().stream().filter(m -> m.placement().equals(use.placement())).toList();
      if (!parts.isEmpty()) {
        assertThat(parts).extracting(MeteredUse::fromS).containsExactly(0.0, 60.0, 200.0);
        assertThat(parts).extracting(MeteredUse::untilS).containsExactly(60.0, 200.0, 300.0);
        assertThat(sum(parts, m -> m.tokens().input())).isEqualTo(use.tokens().input());
        assertThat(sum(parts, m -> m.tokens().output())).isEqualTo(use.tokens().output());
        assertThat(sum(parts, MeteredUse::stateGibHours))
            .isCloseTo(use.stateGibHours(), Offset.offset(1e-9));
      }
    }
  }

  private static double sum(List<MeteredUse> parts, ToDoubleFunction<MeteredUse> of) {
    return parts.stream().mapToDouble(of).sum();
  }
}
