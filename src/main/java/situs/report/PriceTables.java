package situs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import situs.placement.Change;
import situs.placement.ClausePrices;
import situs.placement.Concession;
import situs.placement.Difference;
import situs.placement.Kept;
import situs.placement.Optima.Optimum;
import situs.placement.Waiver;
import situs.stats.Estimate;

/** What {@code situs price} writes. */
public final class PriceTables {
  static final double DAYS_PER_YEAR = 365;

  private PriceTables() {}

  /**
   * A difference of two optima in the simulation, on the same random streams.
   *
   * @param usdPerDay of the bills
   * @param callS of the mean times of model calls
   * @param tailCallS of their 95th percentiles
   */
  public record Simulated(
      Estimate usdPerDay, Optional<Estimate> callS, Optional<Estimate> tailCallS) {}

  /**
   * Of which scenario and choice of readings a row speaks.
   *
   * @param reading by which clauses are kept
   */
  public record Subject(String scenario, String reading, Footing footing) {}

  private interface Row {
    Subject subject();
  }

  /** What complying costs. */
  public record Premium(Subject subject, ClausePrices prices, Optional<Simulated> simulated)
      implements Row {}

  /**
   * What one clause costs.
   *
   * @param alone what it costs were it the only one
   * @param waived saved by its waiver; of times, by which the waiver makes them longer
   */
  public record OfClause(
      Subject subject,
      ClausePrices.Price price,
      Optional<Simulated> alone,
      Optional<Simulated> waived)
      implements Row {}

  /** What is left to pay once clauses are given up. */
  public record OfWaiver(Subject subject, Waiver waiver, Optional<Simulated> simulated)
      implements Row {}

  /**
   * What a step in one clause saves.
   *
   * @param before the least cost without it; empty where not all can be kept
   */
  public record OfConcession(Subject subject, Concession concession, Optional<Optimum> before)
      implements Row {

    /** For who has not read this page. */
    String means() {
      return ConcessionWords.of(concession);
    }

    /** Of a clause that measures. */
    Optional<Change.Eased> eased() {
      return concession.change() instanceof Change.Eased eased
          ? Optional.of(eased)
          : Optional.empty();
    }
  }

  public static final Table<Premium> PREMIUMS =
      new Table<>(
          "premiums",
          "Of `situs price`: one row a scenario and choice of readings.",
          join(
              subject(),
              List.of(
                  usd(
                      "without_usd_per_day",
                      "The least cost without any clause.",
                      r -> r.prices().without().map(PriceTables::cost)),
                  usd(
                      "with_usd_per_day",
                      "The least cost that keeps all; empty where not all can be kept.",
                      r -> r.prices().with().map(PriceTables::cost)),
                  usd("premium_usd_per_day", "What complying costs.", r -> found(premium(r))),
                  year("premium_usd_per_year", r -> found(premium(r))),
                  seconds(
                      "longer_call_s",
                      "By which the mean call is longer by the queueing estimate, at the mean rate.",
                      r -> premium(r).map(Difference::callS))),
              bounds("premium", PriceTables::premium),
              simulated("simulated", Premium::simulated),
              statuses()));

  public static final Table<OfClause> CLAUSES =
      new Table<>(
          "prices",
          "Of `situs price`: one row a choice of readings and clause that objects to anything that"
              + " could be chosen.",
          join(
              subject(),
              List.of(
                  Column.text(
                      "clause", "The contract and its name in it.", r -> r.price().clause()),
                  usd(
                      "alone_usd_per_day",
                      "What it costs were it the only one; empty where it leaves no placement.",
                      r -> found(r.price().alone())),
                  usd(
                      "waiver_usd_per_day",
                      "Saved if it alone were waived: the most to pay for that.",
                      r -> found(r.price().waived())),
                  year("waiver_usd_per_year", r -> found(r.price().waived())),
                  seconds(
                      "waiver_longer_call_s",
                      "By which its waiver makes the mean call longer; negative: shorter.",
                      r -> r.price().waived().map(d -> 0 - d.callS())),
                  usd(
                      "shapley_usd_per_day",
                      "Its part of the premium, in the mean over all orders of agreeing to clauses.",
                      r -> r.price().share().map(s -> s.usdPerDay().mean())),
                  usd(
                      "shapley_ci95_usd_per_day",
                      "Half-width of its 95 % interval where orders were sampled; empty where exact.",
                      r -> r.price().share().flatMap(s -> s.usdPerDay().ci95())),
                  usd(
                      "shapley_slack_usd_per_day",
                      "What it may be off by, either way, for the gaps of the searches.",
                      r -> r.price().share().map(ClausePrices.Part::slackUsdPerDay))),
              bounds("alone", r -> r.price().alone()),
              bounds("waiver", r -> r.price().waived()),
              simulated("simulated_alone", OfClause::alone),
              simulated("simulated_waiver", OfClause::waived),
              statuses()));

  public static final Table<OfWaiver> WAIVERS =
      new Table<>(
          "waivers",
          "Of `situs price`, where not all clauses can be kept: one row a choice of readings and"
              + " minimal set of clauses to waive, of the smallest 20, the cheapest first.",
          join(
              subject(),
              List.of(
                  Column.text(
                      "waived", "Clauses given up.", r -> String.join("; ", r.waiver().clauses())),
                  usd(
                      "cost_usd_per_day",
                      "The least cost that keeps all others.",
                      r -> r.waiver().rest().map(PriceTables::cost)),
                  usd(
                      "premium_usd_per_day",
                      "What that is more than without any clause.",
                      r -> found(r.waiver().premium())),
                  seconds(
                      "longer_call_s",
                      "By which the mean call is longer than without any clause, by the queueing estimate at the mean rate.",
                      r -> r.waiver().premium().map(Difference::callS))),
              bounds("premium", r -> r.waiver().premium()),
              simulated("simulated", OfWaiver::simulated),
              statuses()));

  public static final Table<OfConcession> NEGOTIATION =
      new Table<>(
          "negotiation",
          "Of `situs price`: one row a choice of readings and concession in one clause: of a clause"
              + " that measures the least that saves anything, the one that saves most by each unit,"
              + " and the least that saves as much as a waiver; of any other, each region in which it"
              + " need not bind, or the smallest sets where no single one saves anything.",
          join(
              subject(),
              List.of(
                  Column.text(
                      "clause", "The contract and its name in it.", r -> r.concession().clause()),
                  Column.text(
                      "step",
                      "As the clause would then read.",
                      r -> r.concession().change().words()),
                  Column.number(
                      "amount",
                      "",
                      4,
                      "What is conceded, in `unit`.",
                      r -> r.concession().change().amount()),
                  Column.text(
                      "unit",
                      "A region where the clause does not bind, a point of its share, a dollar a day"
                          + " of its sum, an instance, accelerator or watt of its capacity.",
                      r -> r.concession().change().unit()),
                  usd(
                      "before_usd_per_day",
                      "The least cost without it; empty where not all can be kept.",
                      r -> r.before().map(Optimum::usdPerDay)),
                  usd(
                      "cost_usd_per_day",
                      "The least cost after it; empty where no search could tell.",
                      r -> r.concession().then().found().map(Optimum::usdPerDay)),
                  usd(
                      "saved_usd_per_day",
                      "By it; empty where there was no placement before it.",
                      r -> found(r.concession().saved())),
                  Column.known(
                      "saved_usd_per_day_and_unit",
                      "USD/day",
                      4,
                      "The same over the amount.",
                      r -> r.concession().savedPerUnit())),
              bounds("saved", r -> r.concession().saved()),
              List.of(Column.text("means", "The row in words.", OfConcession::means)),
              List.of(
                  Column.text(
                      "price_status",
                      "How sure prices are on which it rests, where not certain.",
                      r -> Footing.statuses(r.subject().footing().prices())),
                  Column.text(
                      "point",
                      "Of a clause that measures: `first`, the least that saves anything, or makes"
                          + " it possible to keep all; `best`, the most by each unit; `all`, the"
                          + " least that saves as much as a waiver.",
                      r -> ConcessionWords.points(r.concession())),
                  asked(
                      "from",
                      "What it asks now, in `unit` or per cent; of a sum, what of it is"
                          + " left to buy in the scenario.",
                      Change.Eased::from),
                  asked("to", "What it would ask.", Change.Eased::to),
                  asked(
                      "too_little",
                      "What it would ask after the nearest smaller concession that was tried and"
                          + " does less.",
                      Change.Eased::tooLittle),
                  year("saved_usd_per_year", r -> found(r.concession().saved())))));

  private static Column<OfConcession> asked(
      String name, String meaning, Function<Change.Eased, Double> value) {
    return Column.known(name, "", 4, meaning, r -> r.eased().map(value));
  }

  /** Every table, for the documentation. */
  public static List<Table<?>> all() {
    return List.of(PREMIUMS, CLAUSES, WAIVERS, NEGOTIATION);
  }

  static Optional<Difference> premium(Premium row) {
    return row.prices().premium();
  }

  static double cost(Kept kept) {
    return kept.optimum().usdPerDay();
  }

  private static Optional<Double> found(Optional<Difference> difference) {
    return difference.map(Difference::usdPerDay);
  }

  @SafeVarargs
  private static <R> List<Column<R>> join(List<Column<R>>... parts) {
    List<Column<R>> all = new ArrayList<>();
    for (List<Column<R>> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  private static <R extends Row> List<Column<R>> subject() {
    return List.of(
        Column.text("scenario", "Its name.", r -> r.subject().scenario()),
        Column.text("reading", "By which clauses are kept.", r -> r.subject().reading()));
  }

  private static <R> Column<R> usd(
      String name, String meaning, Function<R, Optional<Double>> value) {
    return Column.known(name, "USD/day", 2, meaning, value);
  }

  private static <R> Column<R> year(String name, Function<R, Optional<Double>> perDay) {
    return Column.known(
        name,
        "USD",
        0,
        "The same over 365 days.",
        r -> perDay.apply(r).map(usd -> usd * DAYS_PER_YEAR));
  }

  private static <R> Column<R> seconds(
      String name, String meaning, Function<R, Optional<Double>> value) {
    return Column.known(name, "s", 4, meaning, value);
  }

  /** Between which a difference of optima is known to lie. */
  private static <R> List<Column<R>> bounds(
      String of, Function<R, Optional<Difference>> difference) {
    return List.of(
        usd(
            of + "_least_usd_per_day",
            "By the bounds that the searches proved it is not less; 0 where no difference is shown.",
            r -> difference.apply(r).map(Difference::leastUsdPerDay)),
        usd(
            of + "_most_usd_per_day",
            "Likewise not more.",
            r -> difference.apply(r).map(Difference::mostUsdPerDay)));
  }

  private static <R> List<Column<R>> simulated(String of, Function<R, Optional<Simulated>> value) {
    List<Column<R>> columns = new ArrayList<>();
    columns.addAll(
        estimate(
            of + "_usd_per_day",
            of + "_ci95_usd_per_day",
            "USD/day",
            2,
            "Difference of the bills on the same random streams; empty without --simulate.",
            r -> value.apply(r).map(Simulated::usdPerDay)));
    columns.addAll(
        estimate(
            of + "_longer_call_s",
            of + "_longer_call_ci95_s",
            "s",
            4,
            "Difference of the mean times of model calls, likewise.",
            r -> value.apply(r).flatMap(Simulated::callS)));
    columns.addAll(
        estimate(
            of + "_longer_call_p95_s",
            of + "_longer_call_p95_ci95_s",
            "s",
            4,
            "Difference of their 95th percentiles, likewise; each within 0.5 % of the true one.",
            r -> value.apply(r).flatMap(Simulated::tailCallS)));
    return columns;
  }

  private static <R> List<Column<R>> estimate(
      String name,
      String interval,
      String unit,
      int decimals,
      String meaning,
      Function<R, Optional<Estimate>> value) {
    return List.of(
        Column.known(name, unit, decimals, meaning, r -> value.apply(r).map(Estimate::mean)),
        Column.known(
            interval,
            unit,
            decimals,
            "Half-width of its 95 % interval.",
            r -> value.apply(r).flatMap(Estimate::ci95)));
  }

  private static <R extends Row> List<Column<R>> statuses() {
    return List.of(
        Column.text(
            "price_status",
            "How sure prices are on which its costs rest, where not certain.",
            r -> Footing.statuses(r.subject().footing().prices())),
        Column.text(
            "time_status",
            "Likewise serving profiles and round trips, on which its times rest.",
            r -> Footing.statuses(r.subject().footing().times())));
  }
}
