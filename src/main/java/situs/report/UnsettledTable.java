package situs.report;

import java.util.List;
import java.util.function.Function;
import situs.audit.Unsettled;
import situs.experiment.UnsettledRow;

/** {@code unsettled.csv}. */
final class UnsettledTable {
  static final Table<UnsettledRow> TABLE =
      new Table<>(
          "unsettled",
          "One row a reading of a clause that cannot be told of a subject: a fact is missing, or its"
              + " exceptions disagree.",
          List.of(
              Column.text("strategy", "As in summary.csv.", UnsettledRow::strategy),
              column("contract", "The contract's name.", Unsettled::contract),
              column("clause", "The clause's name in it.", Unsettled::clause),
              column("reading", "The reading that cannot tell.", Unsettled::reading),
              column(
                  "subject_kind",
                  "placement, route, charge, or total over many.",
                  u -> u.kind().word()),
              column("subject", "The placement, or the route's chain and hop.", Unsettled::subject),
              column("placement", "The placement concerned.", Unsettled::placement),
              column(
                  "reason",
                  "The facts that are missing; or the exceptions that disagree, with what follows from each.",
                  Unsettled::reason)));

  private UnsettledTable() {}

  private static Column<UnsettledRow> column(
      String name, String meaning, Function<Unsettled, String> value) {
    return Column.text(name, meaning, row -> value.apply(row.unsettled()));
  }
}
