package situs.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import situs.audit.Standing;
import situs.model.Metric;

class SummaryTest {
  private final Experiment experiment = SampleExperiment.experiment();
  private final Summary home = Summary.of(experiment, SampleExperiment.home());
  private final Summary cheapest = Summary.of(experiment, SampleExperiment.cheapest());
  private final Summary nowhere = Summary.of(experiment, SampleExperiment.nowhere());

  @Test
  void costIsTheMeanOverReplicationsScaledToADay() {
    // 12 and 14 dollars in half a day: 24 and 28 a day, mean 26, half-width 12.7062 * 2.
    assertThat(home.costPerDay().orElseThrow().mean()).isEqualTo(26);
    assertThat(home.costPerDay().orElseThrow().ci95().orElseThrow())
        .isCloseTo(25.4124, within(1e-3));
  }

  @Test
  void servedShareIsServedOverOfferedOfAllReplications() {
    // (10 + 12) of (12 + 14).
    assertThat(home.totals().servedShare().orElseThrow()).isCloseTo(22 / 26.0, within(1e-12));
  }

  @Test
  void anObjectiveIsJudgedReplicationByReplication() {
    // ttft p95 at most 0.5 s: home has 0.2 and 0.4, cheapest 0.6 and 0.4.
    assertThat(home.objectivesMetShare()).contains(1.0);
    assertThat(cheapest.objectivesMetShare()).contains(0.5);
  }

  @Test
  void exposureTakesOneReadingAndNotTheSumOfThem() {
    // 0.5 dollars for 10 and 12 requests in the half day that was measured: 5 and 6 dollars.
    assertThat(cheapest.exposureUsd().orElseThrow()).isEqualTo(5.5);
    assertThat(cheapest.exposureBases()).containsExactly("assumed");
    assertThat(home.exposureUsd()).contains(0.0);
  }

  @Test
  void placementsAreDividedByStanding() {
    assertThat(List.of(home.placements(), home.compliant(), home.contested(), home.breaching()))
        .containsExactly(1, 1, 0, 0);
    assertThat(List.of(cheapest.compliant(), cheapest.contested(), cheapest.breaching()))
        .containsExactly(0, 0, 1);
  }

  @Test
  void whatIsMissingInOneReplicationIsUnknown() {
    assertThat(home.co2KgPerDay()).isEmpty();
    // 2 and 4 kWh in half a day.
    assertThat(home.energyKwhPerDay()).contains(6.0);
  }

  @Test
  void aStrategyThatPlacesNothingHasNoFigures() {
    assertThat(nowhere.costPerDay()).isEmpty();
    assertThat(nowhere.standing()).isEmpty();
    assertThat(nowhere.totals().servedShare()).isEmpty();
    assertThat(nowhere.exposureUsd()).isEmpty();
    assertThat(nowhere.unplacedComponents()).isEqualTo(1);
  }

  @Test
  void onlyWholePlacementsCountAsCompliantUnderEveryReading() {
    assertThat(experiment.compliantUnderEveryReading())
        .extracting(StrategyResult::strategy)
        .containsExactly("home");
  }

  @Test
  void theBillOfAStrategySumsToItsCost() {
    BigDecimal billed =
        CostRow.of(experiment).stream()
            .filter(row -> row.strategy().equals("home"))
            .map(row -> row.cost().usd())
            .reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(billed.doubleValue() / experiment.days())
        .isEqualTo(home.costPerDay().orElseThrow().mean());
  }

  @Test
  void aPlacementCostsWhatTheLinesThatNameItSay() {
    // 12 and 14 dollars less 0.06 of egress each, in half a day: (11.94 + 13.94) / 2 * 2.
    assertThat(PlacementRow.of(experiment).get(0).costPerDay().orElseThrow())
        .isCloseTo(25.88, within(1e-9));
  }

  @Test
  void aRouteCostsItsShareOfTheTransferBill() {
    // 0.6 GB back to clients at 0.10 dollars, in half a day.
    assertThat(RouteRow.of(experiment).get(0).costPerDay()).isCloseTo(0.12, within(1e-9));
  }

  @Test
  void latencyIsTheMeanOfTheReplicationsMeans() {
    LatencyRow all =
        LatencyRow.of(experiment).stream()
            .filter(r -> r.strategy().equals("home") && r.metric() == Metric.TTFT)
            .filter(r -> r.origin().equals("all") && r.channel().equals("all"))
            .findFirst()
            .orElseThrow();

    // 0.2 s ten times, 0.4 s twelve times: 0.3, not 0.309.
    assertThat(all.meanS().mean()).isCloseTo(0.3, within(1e-12));
    assertThat(all.merged().count()).isEqualTo(22);
    assertThat(all.merged().quantile(0.95)).isCloseTo(0.4, within(0.4 * 0.0051));
  }

  @Test
  void everyOriginAndChannelAlsoHasTheRowAll() {
    assertThat(LatencyRow.of(experiment))
        .filteredOn(r -> r.strategy().equals("home"))
        .extracting(r -> r.origin() + "/" + r.channel())
        .containsExactly("all/all", "all/acme", "Oslo/all", "Oslo/acme");
  }

  @Test
  void theWorstReplicationDecidesTheStanding() {
    StrategyResult mixed =
        new StrategyResult(
            "mixed",
            SampleExperiment.home().placement(),
            List.of(
                SampleExperiment.home().runs().get(0), SampleExperiment.cheapest().runs().get(1)));

    assertThat(Standings.of(mixed).overall()).contains(Standing.BREACH);
    assertThat(Standings.of(mixed).byReading()).containsEntry("letter", Standing.BREACH);
  }
}
