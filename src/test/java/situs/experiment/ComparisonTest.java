package situs.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import situs.contract.Contracts;
import situs.experiment.Criterion.Better;
import situs.model.Placement;
import situs.stats.Estimate;

class ComparisonTest {
  private static final Criterion COST =
      Criteria.of(SampleExperiment.scenario()).stream()
          .filter(c -> c.name().equals("cost_usd_per_day"))
          .findFirst()
          .orElseThrow();

  /** Strategies s0, s1, … and a criterion with these values; NaN where there is none. */
  private static Comparison compare(Better better, String baseline, double[]... byStrategy) {
    return compare(0, better, baseline, byStrategy);
  }

  /** Likewise; relative differences up to {@code resolution} are the values' own error. */
  private static Comparison compare(
      double resolution, Better better, String baseline, double[]... byStrategy) {
    List<StrategyResult> results = new ArrayList<>();
    Map<Run, Double> values = new IdentityHashMap<>();
    for (double[] ofStrategy : byStrategy) {
      List<Run> runs = new ArrayList<>();
      for (double value : ofStrategy) {
        Run run = run(runs.size() + 1);
        runs.add(run);
        values.put(run, value);
      }
      Placement placement = SampleExperiment.home().placement();
      results.add(new StrategyResult("s" + results.size(), placement, runs));
    }
    Criterion criterion =
        new Criterion(
            "x",
            "all",
            better,
            resolution,
            r -> Optional.of(values.get(r)).filter(v -> !v.isNaN()));
    return Comparison.of(
        new Experiment(SampleExperiment.scenario(), Contracts.NONE, results),
        baseline,
        List.of(criterion));
  }

  private static Run run(int replication) {
    Run s = SampleExperiment.home().runs().get(0);
    return new Run(replication, s.observations(), s.bill(), s.footprint(), s.findings());
  }

  private static ComparisonRow row(Comparison comparison, String strategy) {
    return comparison.rows().stream()
        .filter(r -> r.strategy().equals(strategy))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSampleByHand() {
    Comparison comparison = Comparison.of(SampleExperiment.experiment(), "home", List.of(COST));
    // Twelve hours: home 24 and 28 dollars a day, cheapest 12 and 12.
    ComparisonRow cheapest = row(comparison, "cheapest");
    assertThat(row(comparison, "home").mean().orElseThrow().mean()).isEqualTo(26);
    assertThat(cheapest.mean()).contains(new Estimate(12, Optional.of(0.0)));
    // Differences -12 and -16: mean -14, standard deviation sqrt 8, t = -7 on 1 degree.
    assertThat(cheapest.difference().orElseThrow().difference().mean()).isEqualTo(-14);
    // Of Student's t with 1 degree (Cauchy): 2 (1/2 - arctan(7)/pi)
    assertThat(cheapest.p().orElseThrow()).isCloseTo(1 - 2 * Math.atan(7) / Math.PI, within(1e-9));
    assertThat(cheapest.relative().orElseThrow()).isCloseTo(-14.0 / 26, within(1e-12));
    assertThat(cheapest.outcome()).isEqualTo(Outcome.NOT_SHOWN);
    assertThat(cheapest.group()).isEqualTo(row(comparison, "home").group());
  }

  @Test
  void whatPlacedNothingHasNoValueAndNoRank() {
    ComparisonRow nowhere =
        row(Comparison.of(SampleExperiment.experiment(), "home", List.of(COST)), "nowhere");
    assertThat(nowhere.mean()).isEmpty();
    assertThat(nowhere.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(nowhere.rank()).isEqualTo(OptionalInt.empty());
    assertThat(nowhere.group()).isEmpty();
  }

  @Test
  void aFixedCostIsBetterExactlyAndWithoutAPValue() {
    Comparison comparison =
        compare(Better.LESS, "s0", new double[] {5, 5, 5}, new double[] {4, 4, 4});
    ComparisonRow fixed = row(comparison, "s1");
    assertThat(fixed.difference().orElseThrow().exact()).isTrue();
    assertThat(fixed.p()).isEmpty();
    assertThat(fixed.outcome()).isEqualTo(Outcome.BETTER);
    assertThat(fixed.rank()).hasValue(1);
    assertThat(fixed.group()).isEqualTo("a");
    assertThat(row(comparison, "s0").group()).isEqualTo("b");
  }

  @Test
  void moreIsBetterWhereItIs() {
    Comparison comparison =
        compare(Better.MORE, "s0", new double[] {0.9, 0.9}, new double[] {1, 1});
    assertThat(row(comparison, "s1").outcome()).isEqualTo(Outcome.BETTER);
    assertThat(row(comparison, "s1").rank()).hasValue(1);
  }

  @Test
  void theSameInEveryReplicationIsTheSameAndSharesRankAndLetter() {
    Comparison comparison =
        compare(Better.LESS, "s0", new double[] {3, 4, 8}, new double[] {3, 4, 8});
    assertThat(row(comparison, "s1").outcome()).isEqualTo(Outcome.SAME);
    assertThat(row(comparison, "s1").rank()).hasValue(1);
    assertThat(row(comparison, "s0").rank()).hasValue(1);
    assertThat(row(comparison, "s1").group()).isEqualTo("a");
  }

  @Test
  void oneReplicationIsNotKnownHoweverFarApart() {
    Comparison comparison = compare(Better.LESS, "s0", new double[] {5}, new double[] {400});
    assertThat(row(comparison, "s1").outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row(comparison, "s1").group()).isEqualTo(row(comparison, "s0").group());
  }

  @Test
  void onlyReplicationsThatBothHaveArePaired() {
    double none = Double.NaN;
    Comparison comparison =
        compare(Better.LESS, "s0", new double[] {1, 2, none, 4}, new double[] {none, 3, 9, 5});
    assertThat(row(comparison, "s1").difference().orElseThrow().pairs()).isEqualTo(2);
    assertThat(row(comparison, "s1").difference().orElseThrow().difference().mean()).isEqualTo(1);
    assertThat(row(comparison, "s1").replications()).isEqualTo(3);
  }

  @Test
  void pairingShowsWhatTheIntervalsOfTheMeansHide() {
    // Means 20 and 21 with intervals of about 14 each; every difference is near 1.
    Comparison comparison =
        compare(
            Better.LESS,
            "s0",
            new double[] {5, 15, 20, 25, 35},
            new double[] {6.1, 15.9, 21, 26.1, 35.9});
    ComparisonRow row = row(comparison, "s1");
    assertThat(row.mean().orElseThrow().ci95().orElseThrow()).isGreaterThan(10);
    assertThat(row.outcome()).isEqualTo(Outcome.WORSE);
    assertThat(row.difference().orElseThrow().varianceSaved().orElseThrow()).isGreaterThan(0.99);
    assertThat(row.group()).isNotEqualTo(row(comparison, "s0").group());
  }

  @Test
  void whatTheValuesCanNotResolveIsNotShownHoweverOftenItIsSeen() {
    double[] base = {100, 100, 100};
    double[] near = {101, 101, 101};
    ComparisonRow coarse = row(compare(0.01, Better.LESS, "s0", base, near), "s1");
    assertThat(coarse.outcome()).isEqualTo(Outcome.NOT_SHOWN);
    assertThat(coarse.group()).isEqualTo("a");
    ComparisonRow fine = row(compare(0.009, Better.LESS, "s0", base, near), "s1");
    assertThat(fine.outcome()).isEqualTo(Outcome.WORSE);
    assertThat(fine.group()).isEqualTo("b");
  }

  @Test
  void theCorrectionCountsAllTestsAgainstTheBaseline() {
    double[] base = {1, 2, 3, 4};
    double[] near = {1.1, 1.9, 3.1, 4.3};
    double p = row(compare(Better.LESS, "s0", base, near), "s1").p().orElseThrow();
    Comparison two = compare(Better.LESS, "s0", base, near, near);
    assertThat(row(two, "s1").p().orElseThrow()).isCloseTo(Math.min(1, 2 * p), within(1e-12));
    // Exact ones are no tests.
    Comparison exact = compare(Better.LESS, "s0", base, near, base);
    assertThat(row(exact, "s1").p().orElseThrow()).isCloseTo(p, within(1e-12));
  }

  @Test
  void theBaselineIsHomeWhereItIsElseTheFirst() {
    assertThat(Comparison.usualBaseline(List.of("cheapest", "home"))).isEqualTo("home");
    assertThat(Comparison.usualBaseline(List.of("cheapest", "spread"))).isEqualTo("cheapest");
    assertThatThrownBy(() -> Comparison.of(SampleExperiment.experiment(), "hom", List.of(COST)))
        .hasMessageContaining("'hom'");
  }
}
