package situs.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import situs.experiment.PlacementRow;
import situs.model.ManagedOffering;
import situs.model.Money;
import situs.model.Offer;
import situs.model.Placed;
import situs.simulation.FleetUse;
import situs.simulation.HandoverUse;
import situs.simulation.KvUse;
import situs.simulation.PrefixUse;
import situs.simulation.TokenUse;

/** {@code placements.csv}. */
final class PlacementTable {
  static final Table<PlacementRow> TABLE =
      new Table<>(
          "placements",
          "One row a component in a region on an instance type, or bought from a service.",
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
                  "What is rented; empty for what is paid by use: a state store or a managed model.",
                  o -> o.type().name()),
              Column.count(
                  "replicas",
                  "Model servers or runtime instances; 0 where nothing is rented.",
                  r -> r.placed().replicas()),
              Column.known(
                  "utilisation",
                  "",
                  6,
                  "Mean share of its capacity in use: replicas with work, session places, or tokens "
                      + "of a managed model's rate limit; 0 to 1.",
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
                  "on-demand, spot, capacity-block, reserved or committed.",
                  o -> o.price().purchase().word()),
              new Column<>(
                  "price_usd_per_hour",
                  "USD/h",
                  "Of one instance; what is paid up front is spread over its term.",
                  r ->
                      r.placed()
                          .offer()
                          .map(o -> Cell.exact(o.price().perHour().usd()))
                          .orElse(Cell.UNKNOWN)),
              Column.text(
                  "price_status",
                  "How sure the price is, by the hour or by the token.",
                  r ->
                      r.placed()
                          .offer()
                          .map(o -> o.price().provenance())
                          .or(() -> r.placed().managed().map(m -> m.prices().provenance()))
                          .map(p -> p.status().word())
                          .orElse("")),
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
                  PrefixUse::cachedTokens),
              Column.text(
                  "service",
                  "Who sells a managed model by the token; empty where instances are rented.",
                  r -> r.placed().managed().map(ManagedOffering::service).orElse("")),
              tokens(
                  "input_tokens",
                  "Tokens of prompts that were paid as not cached, all replications; managed models"
                      + " only.",
                  TokenUse::input),
              tokens(
                  "cached_tokens",
                  "Tokens of prompts that were paid as cached, all replications.",
                  TokenUse::cached),
              tokens(
                  "output_tokens",
                  "Generated tokens that were paid, all replications.",
                  TokenUse::output),
              tokens(
                  "rate_delayed",
                  "Calls that waited for a rate limit before they were taken, all replications.",
                  TokenUse::delayed),
              tokens(
                  "rate_turned_away",
                  "Calls that a rate limit did not let in, all replications: they went elsewhere or"
                      + " were refused.",
                  TokenUse::turnedAway),
              Column.text(
                  "speed_status",
                  "How sure the speed of a managed model is.",
                  r ->
                      r.placed()
                          .managed()
                          .map(m -> m.speed().provenance().status().word())
                          .orElse("")),
              Column.known(
                  "instance_hours",
                  "h",
                  6,
                  "Hours for which instances were rented, all replications; empty where none are.",
                  r -> rented(r, FleetUse::instanceHours)),
              fleets(
                  "replicas_started",
                  "Replicas that a schedule or an autoscaler began to boot, all replications.",
                  FleetUse::started),
              fleets("replicas_stopped", "Replicas that it gave up.", FleetUse::stopped),
              fleets(
                  "interruptions",
                  "Instances that the provider took back while they were rented, all replications.",
                  FleetUse::interruptions),
              Column.known(
                  "replica_hours",
                  "h",
                  6,
                  "Hours of its replicas from the start of their boot to their last work, all"
                      + " replications.",
                  r -> rented(r, FleetUse::replicaHours)),
              Column.known(
                  "kv_transfers",
                  "",
                  0,
                  "KV caches that went from prefill to decode replicas, all replications; empty where"
                      + " the same replicas do both.",
                  r -> r.handovers().map(h -> (double) h.transfers())),
              handovers(
                  "kv_transfer_gb",
                  "GB",
                  "Their size, 10^9 bytes, all replications.",
                  h -> h.bytes() / 1e9),
              handovers(
                  "decode_wait_s",
                  "s",
                  "Their mean wait from the first token until a decode replica had room.",
                  h -> h.waitS() / h.transfers()),
              handovers(
                  "kv_transfer_s",
                  "s",
                  "Their mean time from then until they were there, the wait for a link included.",
                  h -> h.transferS() / h.transfers()),
              new Column<>(
                  "term_cost_usd",
                  "USD",
                  "What the instances cost in the whole of the term that they are paid for; empty "
                      + "where they can be given back at any time.",
                  r -> termCost(r.placed()).map(m -> Cell.exact(m.usd())).orElse(Cell.UNKNOWN))));

  private PlacementTable() {}

  private static Optional<Money> termCost(Placed placed) {
    return placed.offer().flatMap(Offer::termCost).map(each -> each.times(placed.instances()));
  }

  private static Column<PlacementRow> kv(String name, String meaning, ToLongFunction<KvUse> count) {
    return new Column<>(
        name,
        "",
        meaning,
        r -> r.kv().map(k -> Cell.count(count.applyAsLong(k))).orElse(Cell.UNKNOWN));
  }

  private static Optional<Double> rented(PlacementRow row, ToDoubleFunction<FleetUse> amount) {
    return row.fleets().isEmpty()
        ? Optional.empty()
        : Optional.of(row.fleets().stream().mapToDouble(amount).sum());
  }

  private static Column<PlacementRow> handovers(
      String name, String unit, String meaning, ToDoubleFunction<HandoverUse> amount) {
    return Column.known(name, unit, 6, meaning, r -> r.handovers().map(amount::applyAsDouble));
  }

  private static Column<PlacementRow> fleets(
      String name, String meaning, ToLongFunction<FleetUse> count) {
    return new Column<>(
        name,
        "",
        meaning,
        r ->
            r.fleets().isEmpty()
                ? Cell.UNKNOWN
                : Cell.count(r.fleets().stream().mapToLong(count).sum()));
  }

  private static Column<PlacementRow> tokens(
      String name, String meaning, ToLongFunction<TokenUse> count) {
    return new Column<>(
        name,
        "",
        meaning,
        r -> r.tokens().map(t -> Cell.count(count.applyAsLong(t))).orElse(Cell.UNKNOWN));
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
