package situs.difference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import situs.difference.Change.Value;

/**
 * A part of the results that is compared: rows of a table, brought together by what they are about.
 *
 * @param name as in {@link Change}
 * @param heading for the reader
 * @param strategy the column that names it
 * @param subject columns whose texts together name a row's subject
 * @param wanted which rows count
 * @param values what is compared of the rows of a subject, by name
 */
record Part(
    String name,
    String heading,
    String table,
    String strategy,
    List<String> subject,
    Predicate<StoredRow> wanted,
    Values values) {
  private static final BigDecimal DAY_S = BigDecimal.valueOf(86_400);

  /** Makes values out of the rows of a subject. */
  @FunctionalInterface
  interface Values {
    Map<String, Value> of(List<StoredRow> rows);
  }

  /** What rows are about. */
  record Key(String strategy, String subject) {}

  /** In the order in which they are shown. */
  static final List<Part> ALL =
      List.of(
          new Part(
              "summary",
              "Strategies",
              "summary",
              "strategy",
              List.of(),
              row -> true,
              rows -> summary(rows.get(0))),
          new Part(
              "workload",
              "Workloads",
              "latency",
              "strategy",
              List.of("workload", "metric"),
              row -> row.text("origin").equals("all") && row.text("channel").equals("all"),
              rows -> latency(rows.get(0))),
          new Part(
              "cost",
              "Cost lines",
              "costs",
              "x_Strategy",
              List.of("x_Workload", "ProviderName", "RegionId", "ChargeDescription", "x_Purchase"),
              row -> true,
              Part::cost),
          new Part(
              "clause",
              "Clauses",
              "violations",
              "strategy",
              List.of("contract", "clause", "reading"),
              row -> true,
              Part::objections),
          new Part(
              "placement",
              "Placements",
              "placements",
              "strategy",
              List.of("placement"),
              row -> true,
              rows -> placement(rows.get(0))));

  /** Columns without which nobody knows what a row is about. */
  List<String> keys() {
    List<String> keys = new ArrayList<>(List.of(strategy));
    keys.addAll(subject);
    return keys;
  }

  /**
   * The values of some strategies' results, in the order of their rows.
   *
   * @param columns what is read of a row
   */
  Map<Key, Map<String, Value>> of(
      StoredResults results, Set<String> strategies, Set<String> columns) {
    Map<Key, List<StoredRow>> rows = new LinkedHashMap<>();
    for (StoredRow whole : results.rows(table)) {
      StoredRow row = whole.only(columns);
      if (wanted.test(row) && strategies.contains(row.text(strategy))) {
        List<String> texts =
            subject.stream().map(row::text).filter(text -> !text.isEmpty()).toList();
        Key key = new Key(row.text(strategy), String.join(" ", texts));
        rows.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
      }
    }
    Map<Key, Map<String, Value>> byKey = new LinkedHashMap<>();
    rows.forEach((key, group) -> byKey.put(key, values.of(group)));
    return byKey;
  }

  private static Map<String, Value> summary(StoredRow row) {
    Map<String, Value> values = new LinkedHashMap<>();
    values.put("cost_usd_per_day", withInterval(row, "cost_usd_per_day", "cost_ci95_usd_per_day"));
    numbers(
        values,
        row,
        "served_share",
        "objectives_met_share",
        "energy_kwh_per_day",
        "co2_kg_per_day",
        "exposure_usd",
        "requests_per_day",
        "placements",
        "compliant",
        "contested",
        "breaching",
        "unplaced");
    values.put("exposure_basis", Value.text(row.text("exposure_basis")));
    values.put("standing", Value.text(row.text("standing")));
    values.put("standing_by_reading", Value.text(row.text("standing_by_reading")));
    return values;
  }

  private static Map<String, Value> latency(StoredRow row) {
    Map<String, Value> values = new LinkedHashMap<>();
    values.put("mean_s", withInterval(row, "mean_s", "mean_ci95_s"));
    numbers(values, row, "p50_s", "p95_s", "p99_s", "objective_s", "objective_met_share");
    return values;
  }

  private static Map<String, Value> cost(List<StoredRow> rows) {
    Map<String, Value> values = new LinkedHashMap<>();
    values.put("usd_per_day", perDay(rows, "BilledCost"));
    values.put("quantity_per_day", perDay(rows, "ConsumedQuantity"));
    // Tiers of a tariff are lines of their own; their descriptions tell them apart.
    numbers(values, rows.get(0), "ListUnitPrice");
    return values;
  }

  private static Map<String, Value> objections(List<StoredRow> rows) {
    Map<String, Value> values = new LinkedHashMap<>();
    values.put("subjects", Value.number(BigDecimal.valueOf(rows.size()), Optional.empty()));
    values.put("requests", Value.number(sum(rows, "requests")));
    return values;
  }

  private static Map<String, Value> placement(StoredRow row) {
    Map<String, Value> values = new LinkedHashMap<>();
    numbers(values, row, "replicas", "cost_usd_per_day", "utilisation");
    values.put("exposure_basis", Value.text(row.text("exposure_basis")));
    values.put("standing", Value.text(row.text("standing")));
    return values;
  }

  private static void numbers(Map<String, Value> values, StoredRow row, String... columns) {
    for (String column : columns) {
      values.put(column, Value.number(row.number(column)));
    }
  }

  private static Value withInterval(StoredRow row, String column, String halfWidth) {
    return row.number(column)
        .map(number -> Value.number(number, row.number(halfWidth)))
        .orElse(Value.NONE);
  }

  /** Empty as soon as one is unknown. */
  private static Optional<BigDecimal> sum(List<StoredRow> rows, String column) {
    return rows.stream()
        .map(row -> row.number(column))
        .reduce((a, b) -> a.flatMap(x -> b.map(x::add)))
        .flatMap(total -> total);
  }

  /** Results of other lengths are comparable a day. */
  private static Value perDay(List<StoredRow> rows, String column) {
    Optional<BigDecimal> days = days(rows.get(0));
    return Value.number(
        sum(rows, column).flatMap(s -> days.map(d -> s.divide(d, 12, RoundingMode.HALF_EVEN))));
  }

  private static Optional<BigDecimal> days(StoredRow row) {
    try {
      Duration charged =
          Duration.between(
              Instant.parse(row.text("ChargePeriodStart")),
              Instant.parse(row.text("ChargePeriodEnd")));
      BigDecimal seconds = BigDecimal.valueOf(charged.toMillis()).movePointLeft(3);
      return seconds.signum() > 0
          ? Optional.of(seconds.divide(DAY_S, 12, RoundingMode.HALF_EVEN))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
