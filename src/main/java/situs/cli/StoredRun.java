package situs.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import situs.audit.Charge;
import situs.audit.Expected;
import situs.contract.Sighting.Timing;
import situs.difference.StoredResults;
import situs.difference.StoredRow;
import situs.model.Money;
import situs.model.Placement;
import situs.model.Region;
import situs.model.Scenario;
import situs.review.Reviewed;
import situs.review.TotalExplanation.Found;

/**
 * What a result folder holds of one strategy, as clauses see it: means over its replications.
 *
 * @param placement of the strategy
 */
record StoredRun(StoredResults results, Scenario scenario, Placement placement) {
  private static final double DAY_S = 86_400;

  private Stream<StoredRow> rows(String table, String column) {
    return results.rows(table).stream()
        .filter(row -> row.text(column).equals(placement.strategy()));
  }

  /** What went over each route in the measured window. */
  List<Expected> routes() {
    double days = scenario.durationS() / DAY_S;
    List<Expected> routes = new ArrayList<>();
    rows("routes", "strategy")
        .forEach(
            row ->
                Reviewed.seen(scenario, routeName(row))
                    .flatMap(Reviewed::route)
                    .ifPresent(
                        route ->
                            routes.add(
                                new Expected(
                                    route,
                                    0,
                                    scenario.durationS(),
                                    amount(row, "requests_per_day") * days,
                                    amount(row, "tokens_per_day") * days))));
    return routes;
  }

  /** As findings name a route. */
  private static String routeName(StoredRow row) {
    return "%s from %s: %s, hop %s, %s"
        .formatted(
            row.text("workload"),
            row.text("origin"),
            row.text("chain"),
            row.text("hop"),
            row.text("cause"));
  }

  private static double amount(StoredRow row, String column) {
    return row.number(column).map(BigDecimal::doubleValue).orElse(0.0);
  }

  /** The bill; lines that clauses cannot tell apart put together. */
  List<Charge> charges() {
    Map<String, Region> regions = new HashMap<>();
    Stream.concat(
            scenario.datacenters().stream().map(place -> place.region()),
            placement.placed().stream().map(placed -> placed.region()))
        .forEach(region -> regions.putIfAbsent(region.id().toString(), region));
    Map<List<String>, Money> sums = new LinkedHashMap<>();
    rows("costs", "x_Strategy")
        .forEach(
            row ->
                sums.merge(
                    List.of(
                        row.text("x_Workload"),
                        row.text("ProviderName") + "/" + row.text("RegionId"),
                        row.text("ServiceCategory"),
                        row.text("x_Purchase")),
                    new Money(row.number("BilledCost").orElse(BigDecimal.ZERO)),
                    Money::plus));
    List<Charge> charges = new ArrayList<>();
    sums.forEach(
        (key, cost) ->
            Optional.ofNullable(regions.get(key.get(1)))
                .ifPresent(
                    region ->
                        charges.add(
                            new Charge(
                                key.get(0),
                                region,
                                key.get(2),
                                key.get(3),
                                cost,
                                0,
                                scenario.durationS(),
                                Timing.SEEN))));
    return charges;
  }

  /** What was measured in the period of a violation: of its replications the worst. */
  Optional<Found> found(StoredRow violation) {
    List<StoredRow> periods =
        rows("obligations", "strategy")
            .filter(row -> isSame(row, violation, "contract", "clause", "reading"))
            .filter(row -> violation.text("subject").equals(periodName(row)))
            .toList();
    long broken = periods.stream().filter(row -> row.text("verdict").equals("violated")).count();
    return periods.stream()
        .filter(row -> row.text("verdict").equals("violated"))
        .min(Comparator.comparing(row -> row.number("gap").orElse(BigDecimal.ZERO)))
        .map(worst -> found(worst, broken, periods.size()));
  }

  private Found found(StoredRow worst, long broken, int replications) {
    String unit = worst.text("unit").isEmpty() ? "" : " " + worst.text("unit");
    String which =
        replications == 1
            ? ""
            : "; violated in %d of %d replications, the worst is number %s"
                .formatted(broken, replications, worst.text("replication"));
    String words =
        worst.text("value").isEmpty()
            ? "of " + worst.text("measured")
            : "%s%s; the limit is %s%s, and it is broken by %s%s"
                .formatted(
                    worst.text("value"),
                    unit,
                    worst.text("limit"),
                    unit,
                    worst.number("gap").map(gap -> gap.negate().toPlainString()).orElse("?"),
                    unit);
    return new Found(
        Instant.parse(worst.text("from")),
        Instant.parse(worst.text("until")),
        words + which,
        worst.number("gap").map(BigDecimal::negate),
        Duration.ofNanos(Math.round(scenario.durationS() * 1e9)));
  }

  private static boolean isSame(StoredRow one, StoredRow other, String... columns) {
    return Stream.of(columns).allMatch(column -> one.text(column).equals(other.text(column)));
  }

  /** As findings name a total. */
  private static String periodName(StoredRow row) {
    return row.text("measured") + ", " + row.text("from") + " to " + row.text("until");
  }
}
