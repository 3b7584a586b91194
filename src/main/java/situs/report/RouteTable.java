package situs.report;

import java.util.List;
import situs.experiment.RouteRow;

/** {@code routes.csv}. */
final class RouteTable {
  static final Table<RouteRow> TABLE =
      new Table<>(
          "routes",
          "One row a hop that traffic took, with the whole chain it is part of.",
          List.of(
              Column.text("strategy", "As in summary.csv.", RouteRow::strategy),
              Column.text(
                  "workload", "The workload whose traffic it is.", r -> r.route().workload()),
              Column.text("channel", "Seller that it was sold through.", RouteRow::channel),
              Column.text(
                  "origin",
                  "Metro of the client at the start of the chain.",
                  r -> r.route().origin()),
              Column.text("chain", "Stations in order.", r -> r.route().chainText()),
              Column.count(
                  "hop",
                  "From 0: the hop between station `hop` and the next.",
                  r -> r.route().hop()),
              Column.text("source", "Where the hop starts.", r -> r.route().source().place()),
              Column.text("target", "Where it ends.", r -> r.route().target().place()),
              Column.text(
                  "cause",
                  "primary; spillover: the first choice was full; failover: it was down.",
                  r -> r.route().cause().word()),
              Column.number(
                  "requests_per_day",
                  "1/day",
                  3,
                  "Round trips, mean over replications.",
                  RouteRow::requestsPerDay),
              Column.number(
                  "tokens_per_day",
                  "1/day",
                  3,
                  "Prompt and output tokens carried.",
                  RouteRow::tokensPerDay),
              Column.number(
                  "gb_per_day", "GB/day", 9, "Payload both ways, 10^9 bytes.", RouteRow::gbPerDay),
              Column.number(
                  "rtt_ms",
                  "ms",
                  3,
                  "Round trip between source and target without jitter.",
                  r -> r.rtt().ms()),
              Column.number(
                  "cost_usd_per_day",
                  "USD/day",
                  6,
                  "Its share of the transfer bill, both directions; 0 where the data is free.",
                  RouteRow::costPerDay),
              Column.text(
                  "standing", "Worst standing over replications.", r -> r.standing().word()),
              Column.text(
                  "rtt_status",
                  "How sure the round trip is.",
                  r -> r.rtt().provenance().status().word()),
              Column.text(
                  "rtt_source",
                  "Who measured it, or what the estimate leans on.",
                  r -> r.rtt().provenance().source())));

  private RouteTable() {}
}
