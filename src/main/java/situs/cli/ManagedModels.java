package situs.cli;

import java.util.List;
import situs.model.ManagedOffering;
import situs.model.Money;
import situs.report.Cell;
import situs.report.Column;
import situs.report.Table;

/** What {@code situs catalog managed} prints; status, date and source are those of the prices. */
final class ManagedModels {
  static final Table<ManagedOffering> TABLE =
      new Table<>(
          "managed",
          "One row a model that is sold by the token in a region.",
          List.of(
              Column.text("region", "Provider and region.", m -> m.region().toString()),
              Column.text("service", "Under which it is sold.", ManagedOffering::service),
              Column.text("model", "Name.", ManagedOffering::model),
              new Column<>(
                  "input_usd_per_mtok", "USD/Mtok", "Input.", m -> usd(m.prices().input())),
              new Column<>(
                  "cached_usd_per_mtok", "USD/Mtok", "Cached.", m -> usd(m.prices().cached())),
              new Column<>(
                  "output_usd_per_mtok", "USD/Mtok", "Output.", m -> usd(m.prices().output())),
              Column.number(
                  "tokens_per_minute", "", 0, "Limit.", m -> m.limits().tokensPerMinute()),
              Column.text(
                  "limit_status",
                  "How sure the limits are.",
                  m -> m.limits().provenance().status().word()),
              Column.number("ttft_s", "s", 3, "First token.", m -> m.speed().firstTokenS()),
              Column.number("tokens_per_s", "1/s", 1, "Output.", m -> m.speed().tokensPerSecond()),
              Column.text(
                  "speed_status",
                  "How sure the speed is.",
                  m -> m.speed().provenance().status().word()),
              Column.text(
                  "status", "How sure it is.", m -> m.prices().provenance().status().word()),
              Column.text("date", "Of the source.", m -> m.prices().provenance().date()),
              Column.text("source", "Who says so.", m -> m.prices().provenance().source())));

  private ManagedModels() {}

  private static Cell usd(Money price) {
    return Cell.exact(price.usd());
  }
}
