package situs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import situs.catalog.Catalog;
import situs.model.Accelerator;
import situs.model.Figure;
import situs.model.InstanceType;
import situs.model.Metro;
import situs.model.ModelShape;
import situs.model.Price;
import situs.model.Provenance;
import situs.model.Region;
import situs.model.ServingProfile;
import situs.report.Cell;
import situs.report.Column;
import situs.report.Table;

/** The tables that {@code situs catalog} prints. Every row says how sure it is, and whence. */
final class CatalogTables {
  private static final String RTT = "Milliseconds there and back.";

  static final Table<Region> REGIONS =
      table(
          "regions",
          "One row a region.",
          Region::provenance,
          List.of(
              Column.text("region", "Provider and region.", r -> r.id().toString()),
              Column.text("name", "The provider's name for it.", Region::displayName),
              Column.text("country", "ISO 3166-1 alpha-2 code.", Region::country),
              Column.text("geography", "Continent, as contracts name it.", Region::geography),
              Column.number("latitude", "degrees", 4, "North.", r -> r.location().latitude()),
              Column.number("longitude", "degrees", 4, "East.", r -> r.location().longitude()),
              figure("grid_gco2_per_kwh", "g/kWh", "Grid carbon.", Region::gridGco2PerKwh),
              status("grid_status", Region::gridGco2PerKwh),
              figure("pue", "", "Power usage effectiveness.", Region::pue),
              status("pue_status", Region::pue),
              source("grid_source", Region::gridGco2PerKwh),
              source("pue_source", Region::pue)));

  static final Table<Metro> METROS =
      table(
          "metros",
          "One row a metro.",
          Metro::provenance,
          List.of(
              Column.text("metro", "City.", Metro::name),
              Column.text("country", "ISO 3166-1 alpha-2 code.", Metro::country),
              Column.text("geography", "Continent, as contracts name it.", Metro::geography),
              Column.number("latitude", "degrees", 4, "North.", m -> m.location().latitude()),
              Column.number("longitude", "degrees", 4, "East.", m -> m.location().longitude()),
              Column.text("time_zone", "IANA time zone.", m -> m.zone().getId())));

  static final Table<Latency> LATENCY =
      new Table<>(
          "latency",
          "One row: the pair asked for.",
          List.of(
              Column.text("source", "As asked.", Latency::source),
              Column.text("target", "As asked.", Latency::target),
              Column.number("rtt_ms", "ms", 2, RTT, l -> l.rtt().ms()),
              Column.text("status", "How sure it is.", l -> l.rtt().provenance().status().word()),
              Column.text("reference", "What it rests on.", Latency::reference),
              Column.text("date", "Of the source.", l -> l.rtt().provenance().date())));

  static final Table<ModelShape> MODELS =
      table(
          "models",
          "One row a model.",
          ModelShape::provenance,
          List.of(
              Column.text("model", "Name.", ModelShape::name),
              Column.number("total_params", "10^9", 2, "Parameters.", ModelShape::totalParams),
              Column.number(
                  "active_params", "10^9", 2, "That a token touches.", ModelShape::activeParams),
              Column.count("layers", "Layers.", ModelShape::layers),
              Column.count("hidden", "Hidden size.", ModelShape::hidden),
              Column.count("query_heads", "Query heads.", ModelShape::queryHeads),
              Column.count("kv_heads", "Key and value heads.", ModelShape::kvHeads),
              Column.count("head_dim", "Size of a head.", ModelShape::headDim),
              Column.count("kv_bytes_per_token", "KV cache.", ModelShape::kvBytesPerToken),
              Column.count("max_context", "Tokens.", ModelShape::maxContext),
              Column.number("weight_gb", "GB", 1, "Native weights.", ModelShape::weightGb),
              Column.text("native_precision", "Of the weights.", ModelShape::nativePrecision),
              optional("experts", "Of a mixture.", ModelShape::experts),
              optional("active_experts", "That a token touches.", ModelShape::activeExperts)));

  static final Table<Accelerator> ACCELERATORS =
      table(
          "accelerators",
          "One row an accelerator.",
          Accelerator::provenance,
          List.of(
              Column.text("accelerator", "Name.", Accelerator::name),
              Column.text("vendor", "Maker.", Accelerator::vendor),
              Column.number("memory_gb", "GB", 1, "Memory.", Accelerator::memoryGb),
              Column.number("memory_tb_per_s", "TB/s", 3, "Bandwidth.", Accelerator::memoryTbPerS),
              Column.known("bf16_tflops", "Tflop/s", 1, "Dense peak.", Accelerator::bf16Tflops),
              Column.known("fp8_tflops", "Tflop/s", 1, "Dense peak.", Accelerator::fp8Tflops),
              Column.known("link_gb_per_s", "GB/s", 1, "To neighbours.", Accelerator::linkGbPerS),
              Column.known("tdp_w", "W", 0, "Thermal design power.", Accelerator::tdpW)));

  static final Table<ServingProfile> PROFILES =
      table(
          "profiles",
          "One row a profile.",
          ServingProfile::provenance,
          List.of(
              Column.text("model", "Name.", ServingProfile::model),
              Column.text("accelerator", "Name.", ServingProfile::accelerator),
              Column.count("parallel", "Accelerators a replica takes.", ServingProfile::parallel),
              Column.text("weights", "Precision.", ServingProfile::weights),
              Column.number(
                  "weights_gb_per_accelerator",
                  "GB",
                  2,
                  "Memory of the weights.",
                  ServingProfile::weightsGbPerAccelerator),
              Column.number(
                  "kv_bytes_per_token_per_accelerator",
                  "B",
                  0,
                  "KV cache.",
                  ServingProfile::kvBytesPerTokenPerAccelerator)));

  private CatalogTables() {}

  static Table<InstanceType> instances(Catalog catalog) {
    return table(
        "instances",
        "One row an instance type.",
        type -> catalog.provenance(type).orElseThrow(),
        List.of(
            Column.text("provider", "Who rents it out.", InstanceType::provider),
            Column.text("instance_type", "Name.", InstanceType::name),
            Column.text("accelerator", "What it carries.", CatalogTables::acceleratorOf),
            Column.count("accelerators", "How many.", InstanceType::accelerators),
            Column.count("vcpus", "Virtual processors.", InstanceType::vcpus),
            Column.number("memory_gib", "GiB", 1, "Main memory.", InstanceType::memoryGib)));
  }

  static Table<Price> prices(Catalog catalog) {
    return table(
        "prices",
        "One row a price.",
        Price::provenance,
        List.of(
            Column.text("region", "Provider and region.", p -> p.region().toString()),
            Column.text("instance_type", "Name.", Price::instanceType),
            Column.text("accelerator", "What it carries.", p -> acceleratorOf(catalog, p)),
            Column.text("purchase", "How it is bought.", p -> p.purchase().word()),
            new Column<>(
                "usd_per_hour", "USD/h", "For an instance.", p -> Cell.exact(p.perHour().usd()))));
  }

  static String acceleratorOf(InstanceType type) {
    return type.accelerator().map(Accelerator::name).orElse("");
  }

  static String acceleratorOf(Catalog catalog, Price price) {
    return catalog
        .instanceType(price.region().provider(), price.instanceType())
        .map(CatalogTables::acceleratorOf)
        .orElse("");
  }

  /** Columns of its own, then those of the origin; the source, which is long, at the end. */
  private static <R> Table<R> table(
      String name, String meaning, Function<R, Provenance> origin, List<Column<R>> own) {
    List<Column<R>> columns = new ArrayList<>(own);
    columns.add(Column.text("status", "How sure it is.", r -> origin.apply(r).status().word()));
    columns.add(Column.text("date", "Of the source.", r -> origin.apply(r).date()));
    columns.add(Column.text("source", "Who says so.", r -> origin.apply(r).source()));
    return new Table<>(name, meaning, columns);
  }

  private static <R> Column<R> figure(
      String name, String unit, String meaning, Function<R, Optional<Figure>> figure) {
    return Column.known(name, unit, 2, meaning, r -> figure.apply(r).map(Figure::value));
  }

  private static <R> Column<R> status(String name, Function<R, Optional<Figure>> figure) {
    return ofOrigin(name, "How sure it is.", figure, origin -> origin.status().word());
  }

  private static <R> Column<R> source(String name, Function<R, Optional<Figure>> figure) {
    return ofOrigin(
        name, "Who says so, and when.", figure, origin -> origin.source() + ", " + origin.date());
  }

  private static <R> Column<R> ofOrigin(
      String name,
      String meaning,
      Function<R, Optional<Figure>> figure,
      Function<Provenance, String> words) {
    return Column.text(
        name, meaning, r -> figure.apply(r).map(Figure::provenance).map(words).orElse(""));
  }

  private static <R> Column<R> optional(
      String name, String meaning, Function<R, OptionalInt> count) {
    return new Column<>(
        name,
        "",
        meaning,
        row -> {
          OptionalInt value = count.apply(row);
          return value.isPresent() ? Cell.count(value.getAsInt()) : Cell.UNKNOWN;
        });
  }
}
