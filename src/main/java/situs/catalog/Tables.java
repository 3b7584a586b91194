package situs.catalog;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import situs.model.Accelerator;
import situs.model.Figure;
import situs.model.GeoPoint;
import situs.model.InstanceType;
import situs.model.Metro;
import situs.model.ModelShape;
import situs.model.Money;
import situs.model.Price;
import situs.model.Provenance;
import situs.model.Purchase;
import situs.model.Region;
import situs.model.RegionId;
import situs.model.RooflineEfficiency;
import situs.model.ServingProfile;
import situs.model.StoragePrice;

/** The bundled tables as values, one method a table. */
final class Tables {
  private Tables() {}

  static List<Region> regions() {
    return Row.of("regions").stream()
        .map(
            r ->
                new Region(
                    new RegionId(r.text("provider"), r.text("region")),
                    r.text("name"),
                    r.text("country"),
                    r.text("geography"),
                    new GeoPoint(r.number("latitude"), r.number("longitude")),
                    figure(r, "grid_g_per_kwh", "grid"),
                    figure(r, "pue", "pue"),
                    r.provenance()))
        .toList();
  }

  private static Optional<Figure> figure(Row row, String column, String prefix) {
    return row.maybe(column)
        .map(
            value ->
                new Figure(
                    value, Sources.of(row.text(prefix + "_status"), row.text(prefix + "_source"))));
  }

  /** Azure's bandwidth zone by region. */
  static Map<RegionId, String> azureZones() {
    return Row.of("regions").stream()
        .filter(r -> !r.text("azure_zone").isEmpty())
        .collect(
            Collectors.toMap(
                r -> new RegionId(r.text("provider"), r.text("region")),
                r -> r.text("azure_zone")));
  }

  static List<Metro> metros() {
    return Row.of("metros").stream()
        .map(
            r ->
                new Metro(
                    r.text("metro"),
                    r.text("country"),
                    r.text("geography"),
                    new GeoPoint(r.number("latitude"), r.number("longitude")),
                    ZoneId.of(r.text("time_zone")),
                    r.provenance()))
        .toList();
  }

  static List<Accelerator> accelerators() {
    return Row.of("accelerators").stream()
        .map(
            r ->
                new Accelerator(
                    r.text("name"),
                    r.text("vendor"),
                    r.number("memory_gb"),
                    r.number("memory_tb_per_s"),
                    r.maybe("bf16_tflops"),
                    r.maybe("fp8_tflops"),
                    r.maybe("link_gb_per_s"),
                    r.maybe("tdp_w"),
                    r.provenance()))
        .toList();
  }

  static List<InstanceType> instanceTypes(List<Accelerator> accelerators) {
    Map<String, Accelerator> byName =
        accelerators.stream().collect(Collectors.toMap(Accelerator::name, Function.identity()));
    return Row.of("instance_types").stream()
        .map(
            r ->
                new InstanceType(
                    r.text("provider"),
                    r.text("name"),
                    Optional.ofNullable(byName.get(r.text("accelerator"))),
                    r.integer("accelerators"),
                    r.integer("vcpus"),
                    r.number("memory_gib")))
        .toList();
  }

  /** Where the instance types come from, by {@code provider/name}. */
  static Map<String, Provenance> instanceTypeOrigins() {
    return Row.of("instance_types").stream()
        .collect(Collectors.toMap(r -> r.text("provider") + "/" + r.text("name"), Row::provenance));
  }

  static List<Price> prices() {
    Map<String, Purchase> purchases =
        Arrays.stream(Purchase.values())
            .collect(Collectors.toMap(Purchase::word, Function.identity()));
    return Row.of("prices").stream()
        .map(
            r ->
                new Price(
                    new RegionId(r.text("provider"), r.text("region")),
                    r.text("type"),
                    purchases.get(r.text("purchase")),
                    Money.usd(r.text("usd_per_hour")),
                    r.provenance()))
        .toList();
  }

  static List<ModelShape> models() {
    return Row.of("models").stream()
        .map(
            r ->
                new ModelShape(
                    r.text("name"),
                    r.number("total_params_b"),
                    r.number("active_params_b"),
                    r.integer("layers"),
                    r.integer("hidden"),
                    r.integer("query_heads"),
                    r.integer("kv_heads"),
                    r.integer("head_dim"),
                    Long.parseLong(r.text("kv_bytes_per_token")),
                    r.integer("max_context"),
                    r.number("weight_gb"),
                    r.text("native_precision"),
                    count(r, "experts"),
                    count(r, "active_experts"),
                    r.provenance()))
        .toList();
  }

  private static OptionalInt count(Row row, String column) {
    return row.text(column).isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) row.number(column));
  }

  static List<ServingProfile> profiles() {
    return Row.of("profiles").stream()
        .map(
            r ->
                new ServingProfile(
                    r.text("model"),
                    r.text("accelerator"),
                    r.integer("parallel"),
                    r.text("weights"),
                    knots(r),
                    r.number("weights_gb_per_accelerator"),
                    r.number("kv_bytes_per_token_per_accelerator"),
                    r.provenance()))
        .toList();
  }

  private static ServingProfile.Knots knots(Row r) {
    return new ServingProfile.Knots(
        Arrays.stream(r.text("knot_tokens").split(" ")).map(Integer::valueOf).toList(),
        Arrays.stream(r.text("knot_ms").split(" ")).map(ms -> Double.valueOf(ms) / 1000).toList(),
        r.number("a_ms") / 1000,
        r.number("b_ms_per_sequence") / 1000,
        r.number("c_ms_per_kv_token") / 1000,
        r.number("q0_ms") / 1000,
        r.number("q1_ms_per_token") / 1000,
        r.number("q2_ms_per_token2") / 1000);
  }

  /** Fitted ones, then those of relatives, then what stands for any other. */
  static List<RooflineEfficiency> efficiencies() {
    List<RooflineEfficiency> fitted = Row.of("roofline").stream().map(Tables::efficiency).toList();
    Stream<RooflineEfficiency> borrowed =
        Row.of("roofline_relatives").stream()
            .flatMap(
                r ->
                    fitted.stream()
                        .filter(e -> e.accelerator().equals(r.text("as")))
                        .map(e -> e.as(r.text("accelerator"), borrowed(r))));
    return Stream.concat(fitted.stream(), borrowed).toList();
  }

  private static RooflineEfficiency efficiency(Row r) {
    return new RooflineEfficiency(
        r.text("accelerator"),
        r.text("weights"),
        r.number("memory"),
        r.number("compute"),
        r.number("kv"),
        r.number("attention"),
        r.number("link_of_two"),
        r.number("link_of_more"),
        r.number("layer_us") / 1e6,
        r.number("all_reduce_us") / 1e6,
        r.number("sharpness"),
        r.provenance());
  }

  private static Provenance borrowed(Row r) {
    Provenance own = r.provenance();
    return new Provenance(
        own.status(), "those of " + r.text("as") + ", " + own.source(), own.date());
  }

  /** What session state costs; the row for any provider stands for all. */
  static StoragePrice storagePrice() {
    return Row.of("storage").stream()
        .filter(r -> r.text("provider").equals("any"))
        .map(r -> new StoragePrice(Money.usd(r.text("usd_per_gib_hour")), r.provenance()))
        .findFirst()
        .orElseThrow();
  }
}
