package situs.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import situs.experiment.ComparisonRow;
import situs.stats.Estimate;
import situs.stats.Paired;

/** {@code comparison.csv}. */
final class ComparisonTable {
  private static final int DECIMALS = 6;

  static final Table<ComparisonRow> TABLE =
      new Table<>(
          "comparison",
          "One row a criterion and strategy, with its difference to the baseline on the same random"
              + " streams, replication by replication. Criteria are cost_usd_per_day, served_share,"
              + " objectives_met_share, exposure_usd, energy_kwh_per_day and co2_kg_per_day"
              + " of the whole, and the 95th percentiles ttft_p95_s, tpot_p95_s, call_p95_s and"
              + " turn_p95_s of each workload, a replication each.",
          List.of(
              Column.text(
                  "criterion", "What is compared, with its unit.", r -> r.criterion().name()),
              Column.text(
                  "workload",
                  "The workload whose latency it is; all for the whole.",
                  r -> r.criterion().workload()),
              Column.text("better", "less or more.", r -> r.criterion().better().word()),
              Column.text("strategy", "As in summary.csv.", ComparisonRow::strategy),
              Column.text(
                  "baseline", "The strategy that it is compared to.", ComparisonRow::baseline),
              Column.count(
                  "replications",
                  "Replications in which it has a value.",
                  ComparisonRow::replications),
              Column.known(
                  "mean",
                  "",
                  DECIMALS,
                  "Mean over them, in the criterion's unit.",
                  r -> r.mean().map(Estimate::mean)),
              Column.known(
                  "mean_ci95",
                  "",
                  DECIMALS,
                  "Half-width of its 95 % interval (Student's t); empty with one replication.",
                  r -> r.mean().flatMap(Estimate::ci95)),
              Column.known(
                  "difference",
                  "",
                  DECIMALS,
                  "Strategy minus baseline, mean over the replications that both have.",
                  r -> r.difference().map(d -> d.difference().mean())),
              Column.known(
                  "difference_ci95",
                  "",
                  DECIMALS,
                  "Half-width of its 95 % interval, of this difference alone; 0 where it is the"
                      + " same in every replication.",
                  r -> r.difference().flatMap(d -> d.difference().ci95())),
              Column.known(
                  "difference_share",
                  "",
                  DECIMALS,
                  "The difference over the baseline's mean; empty where that is 0.",
                  ComparisonRow::relative),
              Column.text(
                  "test",
                  "paired t; exact where the difference is the same in every replication, and"
                      + " nothing is left to chance; empty with one replication.",
                  ComparisonTable::test),
              significant(
                  "p",
                  "Two-sided p-value of the paired t test by itself; values below 1e-12 are given"
                      + " as that. Empty but for paired t.",
                  r -> r.difference().flatMap(Paired::p)),
              significant(
                  "p_holm",
                  "The same by Holm's correction over all tests against the baseline in this file.",
                  ComparisonRow::p),
              Column.known(
                  "effect_size",
                  "",
                  3,
                  "Mean difference in its own standard deviations (Cohen's d_z, with Hedges'"
                      + " correction); empty but for paired t, and with two replications.",
                  r -> r.difference().flatMap(Paired::effect)),
              Column.known(
                  "variance_saved_share",
                  "",
                  DECIMALS,
                  "Part of the difference's variance that the common random streams took away: 1 -"
                      + " var(a - b) / (var(a) + var(b)); negative where they added some; empty"
                      + " where nothing varies.",
                  r -> r.difference().flatMap(Paired::varianceSaved)),
              Column.text(
                  "verdict",
                  "better or worse than the baseline, where exact or p_holm is below 0.05, and the"
                      + " difference of a latency above 1 %, the error of two sketches; the"
                      + " same, in every replication; no difference shown; not known, with one"
                      + " replication or without a value; baseline.",
                  r -> r.outcome().word()),
              new Column<>(
                  "rank",
                  "",
                  "1 for the best mean; equal means share one; empty without a mean.",
                  r -> rank(r.rank())),
              Column.text(
                  "group",
                  "Strategies that share a letter cannot be told apart under this criterion: paired"
                      + " t tests of all pairs at 5 %, with Holm's correction over the pairs.",
                  ComparisonRow::group),
              Column.text(
                  "exposure_basis",
                  "Of exposure: where the remedies behind the strategy's values come from:"
                      + " published, reported, assumed.",
                  r -> String.join(", ", r.bases()))));

  private ComparisonTable() {}

  private static String test(ComparisonRow row) {
    return row.difference().map(ComparisonTable::test).orElse("");
  }

  static String test(Paired difference) {
    return difference.exact() ? "exact" : difference.p().isPresent() ? "paired t" : "";
  }

  private static Cell rank(OptionalInt rank) {
    return rank.isPresent() ? Cell.count(rank.getAsInt()) : Cell.UNKNOWN;
  }

  private static Column<ComparisonRow> significant(
      String name, String meaning, java.util.function.Function<ComparisonRow, Optional<Double>> p) {
    return new Column<>(
        name, "", meaning, r -> p.apply(r).map(v -> Cell.significant(v, 3)).orElse(Cell.UNKNOWN));
  }
}
