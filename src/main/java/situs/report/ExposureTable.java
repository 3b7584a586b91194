package situs.report;

import java.util.List;
import situs.experiment.ExposureRow;

/** {@code exposure.csv}. */
final class ExposureTable {
  static final Table<ExposureRow> TABLE =
      new Table<>(
          "exposure",
          "One row a strategy and reading: what its violations could cost, over the replications.",
          List.of(
              Column.text("strategy", "As in summary.csv.", ExposureRow::strategy),
              Column.text("reading", "The reading alone.", ExposureRow::reading),
              Column.count("replications", "How many there are.", ExposureRow::replications),
              Column.known(
                  "exposure_usd",
                  "USD",
                  2,
                  "Exposure in the measured window, mean over replications; empty where of nothing "
                      + "that is violated a sum is known.",
                  ExposureRow::mean),
              Column.known(
                  "exposure_p50_usd",
                  "USD",
                  2,
                  "At least half of the replications have no more.",
                  ExposureRow::p50),
              Column.known(
                  "exposure_p95_usd",
                  "USD",
                  2,
                  "At least 95 % of the replications have no more; with fewer than 20 of them, the "
                      + "largest.",
                  ExposureRow::p95),
              Column.text(
                  "basis",
                  "Where the remedies come from: published, reported, assumed.",
                  r -> String.join(", ", r.bases())),
              Column.text(
                  "without_sum",
                  "Clauses violated of which no sum is known, so that exposure is without them: "
                      + "they state no remedy, a right such as termination, or one of which an "
                      + "amount is not stated.",
                  r -> String.join(", ", r.withoutSum()))));

  private ExposureTable() {}
}
