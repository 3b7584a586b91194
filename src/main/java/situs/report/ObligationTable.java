package situs.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import situs.contract.Total;
import situs.contract.Verdict;
import situs.experiment.ObligationRow;

/** {@code obligations.csv}. */
final class ObligationTable {
  private static final int DECIMALS = 6;

  static final Table<ObligationRow> TABLE =
      new Table<>(
          "obligations",
          "One row a period of a clause that measures, a reading and a replication: kept or not.",
          List.of(
              Column.text("strategy", "As in summary.csv.", ObligationRow::strategy),
              Column.count("replication", "Counted from 1.", ObligationRow::replication),
              Column.text("contract", "The contract's name.", r -> r.obligation().contract()),
              Column.text("clause", "The clause's name in it.", r -> r.obligation().clause()),
              Column.text("reading", "The reading.", r -> r.obligation().reading()),
              Column.text("measured", "What is measured.", r -> total(r).what()),
              Column.text("from", "Start of the period, UTC.", r -> total(r).from().toString()),
              Column.text("until", "Its end.", r -> total(r).until().toString()),
              Column.text("unit", "Of value, limit and gap.", r -> total(r).unit()),
              amount("value", "What was measured; empty: cannot be told.", Total::value),
              amount("limit", "What it is held to.", Total::limit),
              amount(
                  "gap",
                  "How far from breach; below 0, how much it is broken by. Empty: cannot be told.",
                  Total::gap),
              amount("due_usd", "What the clause makes payable, US dollars.", Total::due),
              Column.text(
                  "verdict",
                  "kept, violated, or why it cannot be told: what is missing, or exceptions that disagree.",
                  r -> word(total(r).verdict())),
              amount(
                  "more_until_breach",
                  "Of a share that is kept: how much more that counts against it, in what it measures"
                      + " and with all else the same, breaks it.",
                  Total::more),
              amount(
                  "shortfall",
                  "How much less than a commitment asks was bought, in the unit; empty: nothing, or"
                      + " cannot be told.",
                  Total::shortfall),
              amount(
                  "in_proportion",
                  "What of the value is known of the whole window only, and counts in proportion:"
                      + " data in tiers of a month, divided as it moved. Empty: nothing.",
                  total -> Optional.of(total.inProportion()).filter(v -> v.signum() > 0)),
              amount(
                  "covered_share",
                  "The share of the hour, day, month or year that was measured, 0 to 1: the run, or"
                      + " the clause, covers no more. Empty for a clause without periods.",
                  Total::covered)));

  private ObligationTable() {}

  private static Total total(ObligationRow row) {
    return row.obligation().total();
  }

  private static Column<ObligationRow> amount(
      String name, String meaning, Function<Total, Optional<BigDecimal>> value) {
    return Column.known(
        name, "", DECIMALS, meaning, row -> value.apply(total(row)).map(BigDecimal::doubleValue));
  }

  private static String word(Verdict verdict) {
    if (verdict.objects()) {
      return "violated";
    }
    return verdict.isOpen() ? verdict.reason() : "kept";
  }
}
