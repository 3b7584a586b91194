package situs.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import situs.contract.Remedy;
import situs.contract.SubjectKind;
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
              new Case(row.contract(), row.clause(), where(row)), k -> new ArrayList<>())
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

  /** The placement that gives rise to it; the subject itself of a total over many. */
  private static String where(ViolationRow row) {
    return row.placement().isEmpty() ? row.subject() : row.placement();
  }

  /** The placements concerned; of the same component, the later ones by their place alone. */
  String placements() {
    Set<String> ids = new LinkedHashSet<>();
    rows.forEach(row -> ids.add(where(row)));
    List<String> shown = new ArrayList<>();
    String component = "";
    for (String id : ids) {
      String own = before(id, '@');
      shown.add(own.equals(component) ? id.substring(own.length()) : id);
      component = own;
    }
    return String.join(", ", shown);
  }

  /** Requests concerned, under the reading that concerns most. */
  double requests() {
    return reasons.keySet().stream()
        .mapToDouble(reading -> once(of(reading), ViolationRow::requests))
        .max()
        .orElse(0);
  }

  private List<ViolationRow> of(String reading) {
    return rows.stream().filter(row -> row.reading().equals(reading)).toList();
  }

  /**
   * Components of one workload see the same requests, so of each workload only the one that sees
   * most counts. Totals are each of another period.
   */
  private static double once(List<ViolationRow> rows, ToDoubleFunction<ViolationRow> value) {
    Map<String, Double> byComponent = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.kind() != SubjectKind.TOTAL)
        .forEach(
            row ->
                byComponent.merge(
                    before(row.placement(), '@'), value.applyAsDouble(row), Double::sum));
    Map<String, Double> byWorkload = new LinkedHashMap<>();
    byComponent.forEach(
        (component, sum) -> byWorkload.merge(before(component, '.'), sum, Math::max));
    return ofTotals(rows, value)
        + byWorkload.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double ofTotals(List<ViolationRow> rows, ToDoubleFunction<ViolationRow> value) {
    return rows.stream().filter(row -> row.kind() == SubjectKind.TOTAL).mapToDouble(value).sum();
  }

  /** {@code gpt-api.model} of {@code gpt-api.model@azure/eastus2}; all of it without the mark. */
  private static String before(String text, char mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  /** What the exposure comes from; empty without a remedy. */
  Optional<Remedy> remedy() {
    return rows.get(0).remedy();
  }

  /** Exposure in dollars, under the reading that makes it most; empty without a remedy. */
  Optional<Double> exposureUsd() {
    return remedy()
        .flatMap(
            remedy ->
                reasons.keySet().stream()
                    .map(reading -> exposureUsd(remedy, of(reading)))
                    .max(Double::compare));
  }

  /** A day or a lump sum is due once, however many placements there are. */
  private static double exposureUsd(Remedy remedy, List<ViolationRow> rows) {
    ToDoubleFunction<ViolationRow> usd = row -> row.exposureUsd().orElse(0.0);
    return switch (remedy.per()) {
      case REQUEST, TOKEN, REVENUE -> once(rows, usd);
      case DAY, LUMP_SUM, SHORTFALL, TERMINATION ->
          ofTotals(rows, usd)
              + rows.stream()
                  .filter(row -> row.kind() != SubjectKind.TOTAL)
                  .mapToDouble(usd)
                  .max()
                  .orElse(0);
    };
  }

  /** The readings that give a reason, by reason. */
  Map<String, List<String>> readingsByReason() {
    Map<String, List<String>> readings = new LinkedHashMap<>();
    reasons.forEach(
        (reading, reason) -> readings.computeIfAbsent(reason, r -> new ArrayList<>()).add(reading));
    return readings;
  }
}
