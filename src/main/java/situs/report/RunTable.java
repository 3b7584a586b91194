package situs.report;

import java.util.List;
import situs.experiment.RunRow;

/** {@code runs.csv}. */
final class RunTable {
  static final Table<RunRow> TABLE =
      new Table<>(
          "runs",
          "One row a replication of a strategy.",
          List.of(
              Column.text("strategy", "As in summary.csv.", r -> r.summary().strategy()),
              Column.count(
                  "replication",
                  "From 1; equal numbers met equal demand under every strategy.",
                  RunRow::replication),
              Column.known(
                  "cost_usd_per_day",
                  "USD/day",
                  6,
                  "Bill of the measured window scaled to a day.",
                  r -> r.summary().costPerDay().map(e -> e.mean())),
              Column.count("requests", "Model calls completed.", r -> r.summary().totals().calls()),
              Column.count(
                  "offered",
                  "Requests and sessions that arrived.",
                  r -> r.summary().totals().offered()),
              Column.count("served", "Of those: not refused.", r -> r.summary().totals().served()),
              Column.count(
                  "refused",
                  "Of those: every pool was full or down.",
                  r -> r.summary().totals().refused()),
              Column.count("lost", "Ended by an outage.", r -> r.summary().totals().lost()),
              Column.known(
                  "served_share",
                  "",
                  6,
                  "Served over arrived; 0 to 1.",
                  r -> r.summary().totals().servedShare()),
              Column.known(
                  "objectives_met_share",
                  "",
                  6,
                  "Share of the objectives that were kept; empty without objectives.",
                  r -> r.summary().objectivesMetShare()),
              Column.known(
                  "energy_kwh_per_day",
                  "kWh/day",
                  3,
                  "Energy of the facilities, PUE included.",
                  r -> r.summary().energyKwhPerDay()),
              Column.known(
                  "co2_kg_per_day",
                  "kg/day",
                  3,
                  "CO2 of that energy.",
                  r -> r.summary().co2KgPerDay()),
              Column.known(
                  "exposure_usd", "USD", 2, "As in summary.csv.", r -> r.summary().exposureUsd()),
              Column.text(
                  "standing",
                  "Worst standing over subjects: compliant, contested or breach.",
                  r -> SummaryTable.word(r.summary().standing())),
              Column.text(
                  "standing_by_reading",
                  "Worst standing under each reading alone.",
                  r -> SummaryTable.words(r.summary().byReading())),
              Column.text(
                  "exposure_basis",
                  "As in summary.csv.",
                  r -> String.join(", ", r.summary().exposureBases()))));

  private RunTable() {}
}
