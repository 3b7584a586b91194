package situs.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import situs.audit.Standing;
import situs.experiment.Summary;

/** {@code summary.csv}. */
final class SummaryTable {
  static final Table<Summary> TABLE =
      new Table<>(
          "summary",
          "One row a strategy.",
          List.of(
              Column.text(
                  "strategy", "The strategy, with its reading if it takes one.", Summary::strategy),
              Column.count(
                  "replications", "Independent runs that the row is over.", Summary::replications),
              Column.known(
                  "cost_usd_per_day",
                  "USD/day",
                  6,
                  "Bill of the measured window scaled to a day, mean over replications.",
                  s -> s.costPerDay().map(e -> e.mean())),
              Column.known(
                  "cost_ci95_usd_per_day",
                  "USD/day",
                  6,
                  "Half-width of its 95 % interval (Student's t); empty with one replication.",
                  s -> s.costPerDay().flatMap(e -> e.ci95())),
              simulated(
                  "requests",
                  "Model calls completed in the measured windows of all replications, those "
                      + "of agent sessions included.",
                  s -> s.totals().calls()),
              Column.known(
                  "served_share",
                  "",
                  6,
                  "Requests and sessions served over those that arrived; 0 to 1.",
                  s -> s.totals().servedShare()),
              Column.known(
                  "objectives_met_share",
                  "",
                  6,
                  "Share of (objective, replication) pairs whose latency quantile kept its "
                      + "limit; empty without objectives.",
                  Summary::objectivesMetShare),
              Column.known(
                  "energy_kwh_per_day",
                  "kWh/day",
                  3,
                  "Energy of the facilities, PUE included.",
                  Summary::energyKwhPerDay),
              Column.known(
                  "co2_kg_per_day",
                  "kg/day",
                  3,
                  "CO2 of that energy by the grids' location-based intensity.",
                  Summary::co2KgPerDay),
              Column.count("placements", "Rows of placements.csv.", Summary::placements),
              Column.count(
                  "compliant",
                  "Placements that no reading of any clause objects to, the routes to them "
                      + "included.",
                  Summary::compliant),
              Column.count(
                  "contested",
                  "Placements that some readings object to, or cannot tell.",
                  Summary::contested),
              Column.count(
                  "breaching",
                  "Placements that every reading of some clause objects to.",
                  Summary::breaching),
              Column.known(
                  "exposure_usd",
                  "USD",
                  2,
                  "What the violations of the measured window could cost by the contracts' "
                      + "remedies, under the reading that makes it most, mean over replications; "
                      + "not scaled to a day, and never part of the bill. Empty where of no "
                      + "violated clause a sum is known.",
                  Summary::exposureUsd),
              Column.word(
                  "standing",
                  "Worst standing over subjects and replications: compliant, contested or breach.",
                  Arrays.stream(Standing.values()).map(Standing::word).toList(),
                  s -> word(s.standing())),
              Column.text(
                  "standing_by_reading",
                  "Worst standing under each reading alone; contested means that the reading "
                      + "cannot tell.",
                  s -> words(s.byReading())),
              Column.count(
                  "unplaced",
                  "Components with demand that found no place; see unplaced.csv.",
                  Summary::unplacedComponents),
              Column.known(
                  "requests_per_day",
                  "1/day",
                  1,
                  "Model calls completed a day, mean over replications.",
                  Summary::callsPerDay),
              simulated(
                  "offered",
                  "Requests and sessions that arrived, all replications.",
                  s -> s.totals().offered()),
              simulated("served", "Of those: not refused.", s -> s.totals().served()),
              simulated(
                  "refused", "Of those: every pool was full or down.", s -> s.totals().refused()),
              simulated("lost", "Ended by an outage.", s -> s.totals().lost()),
              Column.text(
                  "exposure_basis",
                  "Where the remedies behind the exposure come from: published, reported, "
                      + "assumed; empty without any.",
                  s -> String.join(", ", s.exposureBases()))));

  private SummaryTable() {}

  /** Unknown where nothing was placed, and so nothing simulated. */
  private static Column<Summary> simulated(
      String name, String meaning, ToLongFunction<Summary> value) {
    return new Column<>(
        name,
        "",
        meaning,
        new Content.Number(),
        s -> s.replications() == 0 ? Cell.UNKNOWN : Cell.count(value.applyAsLong(s)));
  }

  static String word(Optional<Standing> standing) {
    return standing.map(Standing::word).orElse("");
  }

  /** {@code letter=compliant spirit=contested}. */
  static String words(Map<String, Standing> byReading) {
    return byReading.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue().word())
        .collect(Collectors.joining(" "));
  }
}
