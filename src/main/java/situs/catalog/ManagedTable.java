package situs.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import situs.model.ManagedOffering;
import situs.model.ManagedOffering.Limits;
import situs.model.ManagedOffering.Prices;
import situs.model.ManagedOffering.Speed;
import situs.model.Money;
import situs.model.Provenance;
import situs.model.RegionId;

/** {@code managed.csv}: models sold by the token; a row may stand for several regions. */
final class ManagedTable {
  /** Seconds' worth that a full bucket holds: limits are stated by the minute. */
  private static final double BURST_S = 60;

  private ManagedTable() {}

  static List<ManagedOffering> read() {
    return Row.of("managed").stream().flatMap(ManagedTable::offerings).toList();
  }

  private static Stream<ManagedOffering> offerings(Row row) {
    return Arrays.stream(row.text("regions").split(" "))
        .map(region -> new RegionId(row.text("provider"), region))
        .map(
            region ->
                new ManagedOffering(
                    region,
                    row.text("service"),
                    row.text("model"),
                    prices(row),
                    limits(row),
                    speed(row)));
  }

  private static Prices prices(Row row) {
    return new Prices(
        Money.usd(row.text("input_usd_per_mtok")),
        Money.usd(row.text("cached_usd_per_mtok")),
        Money.usd(row.text("output_usd_per_mtok")),
        origin(row, "price"));
  }

  private static Limits limits(Row row) {
    OptionalDouble requests =
        row.maybe("requests_per_minute").map(OptionalDouble::of).orElse(OptionalDouble.empty());
    return new Limits(row.number("tokens_per_minute"), requests, BURST_S, 0, origin(row, "limit"));
  }

  private static Speed speed(Row row) {
    return new Speed(
        row.number("ttft_s"),
        row.number("ttft_us_per_prompt_token") / 1e6,
        row.number("tokens_per_s"),
        origin(row, "speed"));
  }

  private static Provenance origin(Row row, String figure) {
    return Sources.of(row.text(figure + "_status"), row.text(figure + "_source"));
  }
}
