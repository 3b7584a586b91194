package situs.report;

import java.time.Instant;
import java.util.List;
import situs.contract.Remedy;
import situs.experiment.ViolationRow;

/** {@code violations.csv}. */
final class ViolationTable {
  static final Table<ViolationRow> TABLE =
      new Table<>(
          "violations",
          "One row an objection of a reading of a clause to a subject.",
          List.of(
              Column.text("strategy", "As in summary.csv.", ViolationRow::strategy),
              Column.text("contract", "The contract's name.", ViolationRow::contract),
              Column.text("clause", "The clause's name in it.", ViolationRow::clause),
              Column.text("reading", "The reading that objects.", ViolationRow::reading),
              Column.text(
                  "subject_kind",
                  "placement, route, charge, or total over many.",
                  r -> r.kind().word()),
              Column.text(
                  "subject", "The placement, or the route's chain and hop.", ViolationRow::subject),
              Column.text(
                  "placement", "The placement that gives rise to it.", ViolationRow::placement),
              Column.text(
                  "first_at",
                  "First time it was seen in any replication, UTC; empty where nothing happened.",
                  r -> r.firstAt().map(Instant::toString).orElse("")),
              Column.text(
                  "last_at",
                  "Last time, likewise.",
                  r -> r.lastAt().map(Instant::toString).orElse("")),
              Column.number(
                  "requests",
                  "",
                  3,
                  "Requests concerned in the measured window, mean over replications.",
                  ViolationRow::requests),
              Column.number("tokens", "", 3, "Tokens concerned, likewise.", ViolationRow::tokens),
              Column.known(
                  "exposure_usd",
                  "USD",
                  6,
                  "What the clause's remedy makes of this subject alone in the measured window, "
                      + "mean over replications; empty without a remedy, where it is a right alone, "
                      + "or where an amount is not known. Rows do not simply add up: for a clause, "
                      + "a request counts once, and a day or a lump sum is due once.",
                  ViolationRow::exposureUsd),
              Column.text(
                  "reason",
                  "The part of the clause that decided, with the facts in it.",
                  ViolationRow::reason),
              Column.text(
                  "exposure_basis",
                  "Where the remedy comes from: published, reported or assumed; empty without one.",
                  r -> r.remedy().map(Remedy::basis).orElse("")),
              Column.text(
                  "answer",
                  "forbidden, or not permitted where only what is permitted is allowed; what cannot "
                      + "be told is in unsettled.csv.",
                  r -> r.answer().word()),
              Column.text(
                  "id",
                  "Of this row in every run that finds it; `situs explain` takes it.",
                  ViolationRow::id),
              Column.text(
                  "room",
                  "Providers with a right of first refusal that had room for it, as the first"
                      + " replication that has it saw; empty: none had.",
                  r -> String.join(" ", r.room())),
              Column.number(
                  "breach_s",
                  "s",
                  3,
                  "How long the breach lasted: the length of all its episodes in the measured "
                      + "window, mean over replications. Sightings of a route no more than 10 "
                      + "minutes apart are one episode, from the first to the last; what is "
                      + "placed, paid for or measured breaches a clause while it is in force.",
                  ViolationRow::breachS),
              Column.number(
                  "episodes",
                  "",
                  3,
                  "In how many episodes, mean over replications.",
                  ViolationRow::episodes),
              Column.text(
                  "remedy",
                  "What is due for what, as the clause says: `0.01 USD per request`, "
                      + "`termination`; empty without one.",
                  r -> r.remedy().map(Remedy::words).orElse(""))));

  private ViolationTable() {}
}
