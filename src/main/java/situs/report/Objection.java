package situs.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import situs.experiment.ViolationRow;

/**
 * What one clause has against placements, for the same reasons; the routes to them put together.
 *
 * @param reasons why, by reading that objects
 */
record Objection(
    String contract, String clause, Map<String, String> reasons, List<ViolationRow> rows) {

  private record Case(String contract, String clause, String placement) {}

  private record Group(String contract, String clause, Map<String, String> reasons) {}

  /** Groups the violations of one strategy, in order of first appearance. */
  static List<Objection> group(List<ViolationRow> violations) {
    Map<Case, List<ViolationRow>> cases = new LinkedHashMap<>();
    for (ViolationRow row : violations) {
      cases
          .computeIfAbsent(
              new Case(row.contract(), row.clause(), row.placement()), k -> new ArrayList<>())
          .add(row);
    }
    Map<Group, List<ViolationRow>> groups = new LinkedHashMap<>();
    cases.forEach(
        (one, rows) ->
            groups
                .computeIfAbsent(
                    new Group(one.contract(), one.clause(), reasons(rows)), k -> new ArrayList<>())
                .addAll(rows));
    List<Objection> objections = new ArrayList<>();
    groups.forEach(
        (group, rows) ->
            objections.add(new Objection(group.contract(), group.clause(), group.reasons(), rows)));
    return objections;
  }

  /** The first reason that each reading gives. */
  private static Map<String, String> reasons(List<ViolationRow> rows) {
    Map<String, String> reasons = new LinkedHashMap<>();
    rows.forEach(row -> reasons.putIfAbsent(row.reading(), row.reason()));
    return reasons;
  }

  /** The placements concerned; of the same component, the later ones by their place alone. */
  String placements() {
    Set<String> ids = new LinkedHashSet<>();
    rows.forEach(row -> ids.add(row.placement()));
    List<String> shown = new ArrayList<>();
    String component = "";
    for (String id : ids) {
      String own = before(id, '@');
      shown.add(own.equals(component) ? id.substring(own.length()) : id);
      component = own;
    }
    return String.join(", ", shown);
  }

  /**
   * Requests concerned, under the reading that concerns most. Components of one workload see the
   * same requests, so only the one that sees most counts.
   */
  double requests() {
    return reasons.keySet().stream().mapToDouble(this::requests).max().orElse(0);
  }

  private double requests(String reading) {
    Map<String, Double> byComponent = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.reading().equals(reading))
        .forEach(
            row -> byComponent.merge(before(row.placement(), '@'), row.requests(), Double::sum));
    Map<String, Double> byWorkload = new LinkedHashMap<>();
    byComponent.forEach(
        (component, sum) -> byWorkload.merge(before(component, '.'), sum, Math::max));
    return byWorkload.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** {@code gpt-api.model} of {@code gpt-api.model@azure/eastus2}; all of it without the mark. */
  private static String before(String text, char mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  /** Exposure in dollars, under the reading that makes it most; empty without a remedy. */
  Optional<Double> exposureUsd() {
    Map<String, Double> byReading = new LinkedHashMap<>();
    rows.forEach(
        row ->
            row.exposureUsd().ifPresent(usd -> byReading.merge(row.reading(), usd, Double::sum)));
    return byReading.values().stream().max(Double::compare);
  }

  /** The readings that give a reason, by reason. */
  Map<String, List<String>> readingsByReason() {
    Map<String, List<String>> readings = new LinkedHashMap<>();
    reasons.forEach(
        (reading, reason) -> readings.computeIfAbsent(reason, r -> new ArrayList<>()).add(reading));
    return readings;
  }
}
