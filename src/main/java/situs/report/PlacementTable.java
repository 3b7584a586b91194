package situs.report;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import situs.experiment.PlacementRow;
import situs.model.Offer;
import situs.simulation.KvUse;
import situs.simulation.PrefixUse;

/** {@code placements.csv}. */
final class PlacementTable {
  static final Table<PlacementRow> TABLE =
      new Table<>(
          "placements",
          "One row a component in a region on an instance type.",
          List.of(
              Column.text("strategy", "As in summary.csv.", PlacementRow::strategy),
              Column.text("placement", "Unique within a strategy.", r -> r.placed().id()),
              Column.text(
                  "workload",
                  "The workload that it belongs to.",
                  r -> r.placed().component().workload()),
              Column.text(
                  "component",
                  "model, runtime or state.",
                  r -> r.placed().component().kind().word()),
              Column.text("region", "provider/region.", r -> r.placed().region().id().toString()),
              offer(
                  "instance_type",
                  "What is rented; empty for a state store, which is paid by what it holds.",
                  o -> o.type().name()),
              Column.count(
                  "replicas",
                  "Model servers or runtime instances; 0 for a state store.",
                  r -> r.placed().replicas()),
              Column.known(
                  "utilisation",
                  "",
                  6,
                  "Mean share of its capacity in use: replicas with work, or session places; "
                      + "0 to 1.",
                  PlacementRow::utilisation),
              Column.known(
                  "cost_usd_per_day",
                  "USD/day",
                  6,
                  "Bill lines that name it, scaled to a day, mean over replications.",
                  PlacementRow::costPerDay),
              Column.text(
                  "standing",
                  "Worst standing over replications, the routes that lead to it included.",
                  r -> r.standing().word()),
              Column.text("why", "The strategy's reason.", r -> r.placed().why()),
              Column.count("instances", "Machines rented.", r -> r.placed().instances()),
              offer(
                  "purchase",
                  "on-demand, spot or capacity-block.",
                  o -> o.price().purchase().word()),
              new Column<>(
                  "price_usd_per_hour",
                  "USD/h",
                  "Of one instance.",
                  r ->
                      r.placed()
                          .offer()
                          .map(o -> Cell.exact(o.price().perHour().usd()))
                          .orElse(Cell.UNKNOWN)),
              offer(
                  "price_status",
                  "How sure the price is.",
                  o -> o.price().provenance().status().word()),
              Column.text(
                  "profile_status",
                  "How sure the serving profile is; model pools only.",
                  r -> r.placed().profile().map(p -> p.provenance().status().word()).orElse("")),
              kv(
                  "kv_waits",
                  "Requests that waited for KV memory before they were admitted, all replications;"
                      + " model pools only.",
                  KvUse::waits),
              Column.known(
                  "kv_wait_s",
                  "s",
                  6,
                  "Their mean wait; empty without any.",
                  r -> r.kv().filter(k -> k.waits() > 0).map(k -> k.waitS() / k.waits())),
              kv(
                  "preemptions",
                  "Sequences that gave up their KV memory to older ones, all replications.",
                  KvUse::preemptions),
              kv(
                  "recomputed_tokens",
                  "Tokens that were computed again for that, all replications.",
                  KvUse::recomputedTokens),
              prefixes(
                  "prefix_hits",
                  "Calls of sessions that found tokens in a prefix cache, all replications.",
                  PrefixUse::hits),
              prefixes(
                  "prefix_misses",
                  "Calls that continue a session and found nothing there, all replications.",
                  PrefixUse::misses),
              prefixes(
                  "prefix_tokens",
                  "Tokens that were found there and not prefilled, all replications.",
                  PrefixUse::cachedTokens)));

  private PlacementTable() {}

  private static Column<PlacementRow> kv(String name, String meaning, ToLongFunction<KvUse> count) {
    return new Column<>(
        name,
        "",
        meaning,
        r -> r.kv().map(k -> Cell.count(count.applyAsLong(k))).orElse(Cell.UNKNOWN));
  }

  private static Column<PlacementRow> prefixes(
      String name, String meaning, ToLongFunction<PrefixUse> count) {
    return new Column<>(
        name,
        "",
        meaning,
        r -> r.prefixes().map(p -> Cell.count(count.applyAsLong(p))).orElse(Cell.UNKNOWN));
  }

  private static Column<PlacementRow> offer(
      String name, String meaning, Function<Offer, String> value) {
    return Column.text(name, meaning, r -> r.placed().offer().map(value).orElse(""));
  }
}
