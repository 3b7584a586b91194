package situs.report;

import java.util.List;
import situs.experiment.LatencyRow;

/** {@code latency.csv}. */
final class LatencyTable {
  private static final int DECIMALS = 6;

  static final Table<LatencyRow> TABLE =
      new Table<>(
          "latency",
          "One row a strategy, workload, metric, origin and channel; `all` stands for every "
              + "origin or channel. Quantiles come from merged sketches with a relative error of "
              + "0.5 %.",
          List.of(
              Column.text("strategy", "As in summary.csv.", LatencyRow::strategy),
              Column.text(
                  "workload", "The workload whose requests are measured.", LatencyRow::workload),
              Column.text(
                  "metric",
                  "ttft: time to first token; tpot: time per output token after it; call: "
                      + "whole model call; step: a session's call and the tools after it; turn: a "
                      + "session's answer to its user.",
                  r -> r.metric().word()),
              Column.text(
                  "origin", "Metro that the requests come from, or all.", LatencyRow::origin),
              Column.text("channel", "Seller that they came through, or all.", LatencyRow::channel),
              Column.count(
                  "count", "Values measured in all replications.", r -> r.merged().count()),
              Column.number(
                  "mean_s",
                  "s",
                  DECIMALS,
                  "Mean of the replications' means.",
                  r -> r.meanS().mean()),
              Column.known(
                  "mean_ci95_s",
                  "s",
                  DECIMALS,
                  "Half-width of its 95 % interval (Student's t); empty with one replication.",
                  r -> r.meanS().ci95()),
              quantile("p50_s", 0.50),
              quantile("p90_s", 0.90),
              quantile("p95_s", 0.95),
              quantile("p99_s", 0.99),
              Column.known(
                  "objective_quantile",
                  "",
                  DECIMALS,
                  "Quantile that the workload's objective limits, the highest where it has "
                      + "several; on rows of all origins.",
                  r -> r.objective().map(t -> t.objective().quantile())),
              Column.known(
                  "objective_s",
                  "s",
                  DECIMALS,
                  "The objective's limit.",
                  r -> r.objective().map(t -> t.objective().limitS())),
              Column.known(
                  "objective_met_share",
                  "",
                  DECIMALS,
                  "Share of the replications that kept it.",
                  r -> r.objective().flatMap(LatencyRow.Target::metShare))));

  private LatencyTable() {}

  private static Column<LatencyRow> quantile(String name, double q) {
    return Column.number(
        name,
        "s",
        DECIMALS,
        "Value that a share " + q + " of all replications' values lies below.",
        r -> r.merged().quantile(q));
  }
}
