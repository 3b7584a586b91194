package situs.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
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
      String own = id.substring(0, Math.max(0, id.indexOf('@')));
      shown.add(own.equals(component) ? id.substring(own.length()) : id);
      component = own;
    }
    return String.join(", ", shown);
  }

  /** Requests concerned, under the reading that concerns most. */
  double requests() {
    return most(ViolationRow::requests);
  }

  /** Exposure in dollars, under the reading that makes it most; empty without a remedy. */
  Optional<Double> exposureUsd() {
    return rows.stream().anyMatch(row -> row.exposureUsd().isPresent())
        ? Optional.of(most(row -> row.exposureUsd().orElse(0.0)))
        : Optional.empty();
  }

  private double most(ToDoubleFunction<ViolationRow> amount) {
    return reasons.keySet().stream()
        .mapToDouble(
            reading ->
                rows.stream().filter(r -> r.reading().equals(reading)).mapToDouble(amount).sum())
        .max()
        .orElse(0);
  }

  /** The readings that give a reason, by reason. */
  Map<String, List<String>> readingsByReason() {
    Map<String, List<String>> readings = new LinkedHashMap<>();
    reasons.forEach(
        (reading, reason) -> readings.computeIfAbsent(reason, r -> new ArrayList<>()).add(reading));
    return readings;
  }
}
