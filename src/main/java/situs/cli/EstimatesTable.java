package situs.cli;

import java.util.List;
import situs.cli.RoundsTable.Settled;
import situs.experiment.Expected;
import situs.report.Column;
import situs.report.Table;

/** Latencies of what became of optima, as estimated and as simulated. */
final class EstimatesTable {
  private EstimatesTable() {}

  /** A latency of the plan that is told. */
  record Row(Settled settled, Expected expected) {}

  static final Table<Row> TABLE =
      new Table<>(
          "estimates",
          "One row a latency of the best plan that holds, or of the last.",
          List.of(
              Column.text("scenario", "Its name.", r -> r.settled().scenario()),
              Column.text("clauses", "Those that bind.", r -> r.settled().clauses()),
              Column.text("workload", "Who asks.", r -> r.expected().workload()),
              Column.text("metric", "What is measured.", r -> r.expected().metric().word()),
              Column.number(
                  "estimated_s",
                  "s",
                  4,
                  "Mean by the queueing estimate that plans are made with.",
                  r -> r.expected().estimatedS()),
              Column.number(
                  "simulated_s",
                  "s",
                  4,
                  "Mean of the simulation.",
                  r -> r.expected().simulatedS().mean()),
              Column.known(
                  "simulated_ci95_s",
                  "s",
                  4,
                  "Half-width of its 95 % interval.",
                  r -> r.expected().simulatedS().ci95()),
              Column.number(
                  "error_percent",
                  "%",
                  1,
                  "How much more the estimate is.",
                  r -> 100 * r.expected().error()),
              Column.number(
                  "simulated_p95_s",
                  "s",
                  4,
                  "95th percentile of the simulation, which no estimate tells.",
                  r -> r.expected().p95S())));

  static List<Row> rows(List<Settled> all) {
    return all.stream()
        .flatMap(
            settled ->
                settled.tightening().told().stream()
                    .flatMap(round -> Expected.of(round).stream())
                    .map(expected -> new Row(settled, expected)))
        .toList();
  }
}
