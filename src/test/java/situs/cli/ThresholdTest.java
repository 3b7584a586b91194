package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.experiment.Experiment;
import situs.experiment.SampleExperiment;

class ThresholdTest {
  private final Experiment whole = SampleExperiment.experiment();

  /**
   * In order: home is compliant and on target, cheapest in breach and not, nowhere has no figures.
   */
  private Experiment only(int index) {
    return new Experiment(whole.scenario(), whole.contracts(), List.of(whole.results().get(index)));
  }

  private List<String> crossings(String threshold, Experiment experiment) {
    return new Threshold.Converter().convert(threshold).crossings(experiment);
  }

  @Test
  void aBreachCrossesBreachAndContested() {
    assertThat(crossings("breach", only(1))).containsExactly("'cheapest' is in breach");
    assertThat(crossings("CONTESTED", only(1))).containsExactly("standing of 'cheapest' is breach");
  }

  @Test
  void compliantCrossesNothing() {
    assertThat(WordThreshold.values()).allMatch(t -> t.crossings(only(0)).isEmpty());
  }

  @Test
  void oneMissedReplicationMissesTheObjective() {
    assertThat(crossings("objective", only(1)))
        .containsExactly("objectives_met_share of 'cheapest' is 0.5");
  }

  @Test
  void nothingJudgedCrossesNothing() {
    assertThat(WordThreshold.values())
        .filteredOn(t -> t != WordThreshold.UNPLACED)
        .allMatch(t -> t.crossings(only(2)).isEmpty());
  }

  /** Nowhere has no place for its only component. */
  @Test
  void whatFoundNoPlaceCrossesUnplaced() {
    assertThat(crossings("unplaced", only(2))).containsExactly("unplaced of 'nowhere' is 1");
  }

  @Test
  void oneStrategyAmongSeveralIsEnough() {
    assertThat(crossings("breach", whole)).hasSize(1);
  }

  /** Home costs 26 dollars a day and cheapest 12; of 26 that arrived either serves 22. */
  @ParameterizedTest
  @CsvSource({
    "cost_usd_per_day>26, 0, 0",
    "cost_usd_per_day>=26, 1, 0",
    "cost_usd_per_day > 25.99, 1, 0",
    "cost_usd_per_day<12.5, 0, 1",
    "cost_usd_per_day<=12, 0, 1",
    "home.cost_usd_per_day>10, 1, 0",
    "cheapest.cost_usd_per_day!=12, 0, 0",
    "served_share<85%, 1, 1",
    "served_share<84.6%, 0, 0",
    "standing=breach, 0, 1",
    "standing!=compliant, 0, 1"
  })
  void limitsOnColumns(String threshold, int home, int cheapest) {
    assertThat(crossings(threshold, only(0))).hasSize(home);
    assertThat(crossings(threshold, only(1))).hasSize(cheapest);
  }

  @Test
  void saysWhoseValueItIs() {
    assertThat(crossings("cost_usd_per_day>20", whole))
        .containsExactly(
            "cost_usd_per_day of 'home' is 26", "cost_usd_per_day of 'nowhere' is not known");
  }

  @ParameterizedTest
  @CsvSource({
    "breech, none of breach",
    "cost_usd_per_dya>3, did you mean 'cost_usd_per_day'?",
    "cost_usd_per_day>, none of breach",
    "cost_usd_per_day>cheap, is not a number",
    "cost_usd_per_day=cheap, is not a number",
    "standing=brech, standing is never 'brech'; did you mean 'breach'?",
    "standing!=Contested, did you mean 'contested'?",
    "standing=lawful, there is 'breach'",
    "standing>3, standing is no number"
  })
  void whatCanNotBeWatchedIsTold(String threshold, String message) {
    assertThatThrownBy(() -> new Threshold.Converter().convert(threshold))
        .hasMessageContaining(message);
  }

  @Test
  void aStrategyThatDoesNotRunIsTold() {
    Threshold threshold =
        new Threshold.Converter().convert("contract-first:letter.standing=breach");
    assertThat(threshold.problem(List.of("home")).orElseThrow())
        .contains("'contract-first:letter'");
    assertThat(threshold.problem(List.of("contract-first:letter"))).isEmpty();
    assertThat(threshold).hasToString("contract-first:letter.standing=breach");
  }
}
