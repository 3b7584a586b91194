package situs.cli;

import java.util.List;
import java.util.Optional;
import situs.placement.ClausePrices;
import situs.placement.Concession;
import situs.placement.Optima.Optimum;
import situs.report.Column;
import situs.report.Table;
import situs.stats.Estimate;

/** What {@code situs price} prints and writes. */
final class PriceTables {
  private static final double DAYS_PER_YEAR = 365;

  private PriceTables() {}

  /**
   * What one choice of readings costs.
   *
   * @param simulated difference of the bills, with its interval; empty without a simulation
   */
  record Premium(
      String scenario, String reading, ClausePrices prices, Optional<Estimate> simulated) {}

  /** Likewise of one clause. */
  record ClauseRow(
      String scenario, String reading, ClausePrices.Price price, Optional<Estimate> simulated) {}

  record WaiverRow(
      String scenario, String reading, ClausePrices.Waiver waiver, Optional<Optimum> without) {
    Optional<Double> premium() {
      return waiver.rest().flatMap(r -> without.map(w -> r.usdPerDay() - w.usdPerDay()));
    }
  }

  record ConcessionRow(String scenario, String reading, Concession concession) {}

  static final Table<Premium> PREMIUMS =
      new Table<>(
          "premiums",
          "One row a scenario and choice of readings.",
          List.of(
              Column.text("scenario", "Its name.", Premium::scenario),
              Column.text("reading", "By which clauses are kept.", Premium::reading),
              Column.known(
                  "without_usd_per_day",
                  "USD/day",
                  2,
                  "The least cost without any clause.",
                  r -> r.prices().without().map(Optimum::usdPerDay)),
              Column.known(
                  "with_usd_per_day",
                  "USD/day",
                  2,
                  "The least cost that keeps all; empty where not all can be kept.",
                  r -> r.prices().with().map(Optimum::usdPerDay)),
              Column.known(
                  "premium_usd_per_day",
                  "USD/day",
                  2,
                  "What complying costs.",
                  r -> r.prices().premium()),
              Column.known(
                  "premium_usd_per_year",
                  "USD",
                  0,
                  "The same over 365 days.",
                  r -> r.prices().premium().map(usd -> usd * DAYS_PER_YEAR)),
              Column.known(
                  "longer_call_s",
                  "s",
                  4,
                  "By which the mean call is longer, queues left out.",
                  r ->
                      r.prices()
                          .with()
                          .flatMap(
                              w -> r.prices().without().map(o -> w.meanCallS() - o.meanCallS()))),
              Column.known(
                  "simulated_usd_per_day",
                  "USD/day",
                  2,
                  "Difference of the bills on the same random streams; empty without --simulate.",
                  r -> r.simulated().map(Estimate::mean)),
              Column.known(
                  "simulated_ci95_usd_per_day",
                  "USD/day",
                  2,
                  "Half-width of its 95 % interval.",
                  r -> r.simulated().flatMap(Estimate::ci95))));

  static final Table<ClauseRow> CLAUSES =
      new Table<>(
          "prices",
          "One row a choice of readings and clause that objects to anything that could be chosen.",
          List.of(
              Column.text("scenario", "Its name.", ClauseRow::scenario),
              Column.text("reading", "By which clauses are kept.", ClauseRow::reading),
              Column.text("clause", "The contract and its name in it.", r -> r.price().clause()),
              Column.known(
                  "alone_usd_per_day",
                  "USD/day",
                  2,
                  "What it costs were it the only one; empty where it leaves no placement.",
                  r -> r.price().alone()),
              Column.known(
                  "waiver_usd_per_day",
                  "USD/day",
                  2,
                  "Saved if it alone were waived: the most to pay for that.",
                  r -> r.price().waived()),
              Column.known(
                  "waiver_usd_per_year",
                  "USD",
                  0,
                  "The same over 365 days.",
                  r -> r.price().waived().map(usd -> usd * DAYS_PER_YEAR)),
              Column.known(
                  "waiver_longer_call_s",
                  "s",
                  4,
                  "By which its waiver makes the mean call longer; negative: shorter.",
                  r -> r.price().callS()),
              Column.known(
                  "shapley_usd_per_day",
                  "USD/day",
                  2,
                  "Its part of the premium, in the mean over all orders of agreeing to clauses.",
                  r -> r.price().shapley().map(Estimate::mean)),
              Column.known(
                  "shapley_ci95_usd_per_day",
                  "USD/day",
                  2,
                  "Half-width of its 95 % interval where orders were sampled; empty where exact.",
                  r -> r.price().shapley().flatMap(Estimate::ci95)),
              Column.known(
                  "simulated_waiver_usd_per_day",
                  "USD/day",
                  2,
                  "Difference of the bills on the same random streams; empty without --simulate,"
                      + " and where the waiver changes nothing.",
                  r -> r.simulated().map(Estimate::mean)),
              Column.known(
                  "simulated_ci95_usd_per_day",
                  "USD/day",
                  2,
                  "Half-width of its 95 % interval.",
                  r -> r.simulated().flatMap(Estimate::ci95))));

  static final Table<WaiverRow> WAIVERS =
      new Table<>(
          "waivers",
          "One row a choice of readings and minimal set of clauses to waive, the cheapest first.",
          List.of(
              Column.text("scenario", "Its name.", WaiverRow::scenario),
              Column.text("reading", "By which the others are kept.", WaiverRow::reading),
              Column.text(
                  "waived", "Clauses given up.", r -> String.join("; ", r.waiver().clauses())),
              Column.known(
                  "cost_usd_per_day",
                  "USD/day",
                  2,
                  "The least cost that keeps all others.",
                  r -> r.waiver().rest().map(Optimum::usdPerDay)),
              Column.known(
                  "premium_usd_per_day",
                  "USD/day",
                  2,
                  "What that is more than without any clause.",
                  WaiverRow::premium)));

  static final Table<ConcessionRow> NEGOTIATION =
      new Table<>(
          "negotiation",
          "One row a choice of readings and step towards the other side in one clause.",
          List.of(
              Column.text("scenario", "Its name.", ConcessionRow::scenario),
              Column.text("reading", "By which clauses are kept.", ConcessionRow::reading),
              Column.text(
                  "clause", "The contract and its name in it.", r -> r.concession().clause()),
              Column.text("step", "What is conceded.", r -> r.concession().step()),
              Column.number("amount", "", 2, "Of the step.", r -> r.concession().amount()),
              Column.text("unit", "Of the amount.", r -> r.concession().unit()),
              Column.known(
                  "cost_usd_per_day",
                  "USD/day",
                  2,
                  "The least cost after it.",
                  r -> r.concession().then().map(Optimum::usdPerDay)),
              Column.known(
                  "saved_usd_per_day",
                  "USD/day",
                  2,
                  "By it; empty where there was no placement before it.",
                  r -> r.concession().saved()),
              Column.known(
                  "saved_usd_per_day_and_unit",
                  "USD/day",
                  4,
                  "The same for one unit.",
                  r -> r.concession().saved().map(usd -> usd / r.concession().amount()))));
}
