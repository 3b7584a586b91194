package situs.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import situs.experiment.CostRow;
import situs.experiment.CostRow.Line;
import situs.model.Categories;
import situs.model.Purchase;
import situs.model.RegionId;

/**
 * {@code costs.csv}, with the column names and words of FOCUS 1.2 (FinOps Open Cost and Usage
 * Specification) where it has one; {@code x_} marks columns of our own, as it asks.
 */
final class CostTable {
  /** FOCUS: Standard is a list price, Dynamic one that follows supply and demand. */
  private static final Map<String, String> PRICING_CATEGORY =
      Map.of(
          Purchase.SPOT.word(), "Dynamic",
          Purchase.CAPACITY_BLOCK.word(), "Dynamic",
          Purchase.RESERVED.word(), "Committed",
          Purchase.COMMITTED.word(), "Committed");

  static final Table<CostRow> TABLE =
      new Table<>(
          "costs",
          "One row a line of the bill of the measured window, mean over replications; the sum "
              + "of BilledCost of a strategy, divided by the days from ChargePeriodStart to "
              + "ChargePeriodEnd, is its cost_usd_per_day. Column names as in FOCUS 1.2 where it "
              + "has one.",
          List.of(
              Column.text("x_Strategy", "As in summary.csv.", CostRow::strategy),
              new Column<>(
                  "BilledCost",
                  "USD",
                  "Quantity times unit price, mean over replications.",
                  r -> Cell.exact(r.cost().usd())),
              Column.text("BillingCurrency", "ISO 4217.", r -> "USD"),
              Column.text(
                  "ChargeCategory",
                  "Usage; Adjustment for what a contract makes payable: a share of revenue, or what was "
                      + "bought too little.",
                  r -> isDue(r.line()) ? "Adjustment" : "Usage"),
              line("ChargeDescription", "What it is.", Line::description),
              Column.text(
                  "ChargePeriodStart",
                  "Start of the measured window, included.",
                  r -> r.from().toString()),
              Column.text(
                  "ChargePeriodEnd",
                  "End of the measured window, excluded.",
                  r -> r.until().toString()),
              new Column<>(
                  "ConsumedQuantity",
                  "",
                  "How much was used, mean over replications.",
                  r -> Cell.exact(r.quantity())),
              line("ConsumedUnit", "Unit of the quantity.", Line::unit),
              new Column<>(
                  "ListUnitPrice",
                  "USD",
                  "Price of one unit.",
                  r -> Cell.exact(r.line().unitPrice().usd())),
              line(
                  "PricingCategory",
                  "Standard for list prices; Dynamic for prices that follow supply and demand; Committed "
                      + "for what is signed for; Other for what a contract makes payable.",
                  l ->
                      isDue(l) ? "Other" : PRICING_CATEGORY.getOrDefault(l.purchase(), "Standard")),
              line(
                  "ProviderName",
                  "Who is paid; of what a contract makes payable, its other parties.",
                  Line::provider),
              line(
                  "RegionId",
                  "Region where it arises, in the provider's own words; empty for what a contract makes "
                      + "payable.",
                  l -> l.region().map(RegionId::name).orElse("")),
              line(
                  "ResourceId",
                  "The placement that it is for; empty for traffic that no placement sends, and for "
                      + "commitments that nothing was placed on.",
                  l -> l.placement().orElse("")),
              line(
                  "ServiceCategory",
                  "Compute, Networking, Storage or AI and Machine Learning; Other for what a contract makes "
                      + "payable.",
                  Line::category),
              line(
                  "SkuId",
                  "Instance type, tariff, or service and model; contract and clause.",
                  Line::sku),
              line(
                  "x_Workload",
                  "The workload that it is for; empty for an unused commitment and for what a contract makes "
                      + "payable.",
                  Line::workload),
              line(
                  "x_Purchase",
                  "on-demand, spot, capacity-block, reserved or committed; empty for what is paid by "
                      + "use.",
                  Line::purchase),
              Column.count(
                  "x_Replications", "Replications that the mean is over.", CostRow::replications),
              line(
                  "x_PriceStatus",
                  "How sure the price is: measured, published, derived, recalled-unverified, "
                      + "estimated or assumed.",
                  l -> l.provenance().status().word()),
              line("x_PriceSource", "Who says so.", l -> l.provenance().source()),
              line("x_PriceDate", "Date of the source.", l -> l.provenance().date()),
              line(
                  "CommitmentDiscountStatus",
                  "Used or Unused; empty for what is not signed for. An instance that was taken "
                      + "for a term counts as used.",
                  CostTable::commitment)));

  private CostTable() {}

  private static boolean isDue(Line line) {
    return line.category().equals(Categories.OTHER);
  }

  private static String commitment(Line line) {
    if (!PRICING_CATEGORY.getOrDefault(line.purchase(), "").equals("Committed")) {
      return "";
    }
    return line.placement().isPresent() ? "Used" : "Unused";
  }

  private static Column<CostRow> line(String name, String meaning, Function<Line, String> value) {
    return Column.text(name, meaning, row -> value.apply(row.line()));
  }
}
