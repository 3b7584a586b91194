package situs.report;

import java.util.ArrayList;
import java.util.Comparator;
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
 * @param isWhole whether the clause has nothing against others, or for other reasons
 */
record Objection(
    String contract,
    String clause,
    Map<String, String> reasons,
    List<ViolationRow> rows,
    boolean isWhole) {

  private record Case(String contract, String clause, String placement) {}

  private record Group(String contract, String clause, Map<String, String> reasons) {
    boolean isOfTheClauseOf(Group other) {
      return contract.equals(other.contract) && clause.equals(other.clause);
    }
  }

  /** Groups the violations of one strategy, in order of first appearance. */
  static List<Objection> group(List<ViolationRow> violations) {
    Map<Case, List<ViolationRow>> cases = new LinkedHashMap<>();
    for (ViolationRow row : violations) {
      cases
          .computeIfAbsent(
              new Case(row.contract(), row.clause(), place(row)), k -> new ArrayList<>())
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
            objections.add(
                new Objection(
                    group.contract(),
                    group.clause(),
                    group.reasons(),
                    rows,
                    groups.keySet().stream().filter(group::isOfTheClauseOf).count() == 1)));
    return objections;
  }

  /** The first reason that each reading gives. */
  private static Map<String, String> reasons(List<ViolationRow> rows) {
    Map<String, String> reasons = new LinkedHashMap<>();
    rows.forEach(row -> reasons.putIfAbsent(row.reading(), row.reason()));
    return reasons;
  }

  /** The placement that gives rise to it; the subject itself where there is none. */
  private static String where(ViolationRow row) {
    return row.placement().isEmpty() ? row.subject() : row.placement();
  }

  /** What is measured over many is put together over all its periods. */
  private static String place(ViolationRow row) {
    return isOfMany(row) ? "" : where(row);
  }

  private static boolean isOfMany(ViolationRow row) {
    return row.kind() == SubjectKind.TOTAL && row.placement().isEmpty();
  }

  /** Whether it is of a sum over many in more than one period. */
  boolean isOfPeriods() {
    return rows.stream().allMatch(Objection::isOfMany)
        && rows.stream().map(ViolationRow::subject).distinct().count() > 1;
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

  /** Tokens concerned, likewise. */
  double tokens() {
    return reasons.keySet().stream()
        .mapToDouble(reading -> once(of(reading), ViolationRow::tokens))
        .max()
        .orElse(0);
  }

  /** When it lasted, under the reading under which it lasted longest. */
  Lasting lasting() {
    return reasons.keySet().stream()
        .map(reading -> Lasting.of(of(reading).stream().map(ViolationRow::lasting).toList()))
        .max(Comparator.comparingDouble(Lasting::lengthS))
        .orElse(Lasting.NEVER);
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

  /** Exposure in dollars, under the reading that makes it most; empty where no sum is known. */
  Optional<Double> exposureUsd() {
    return reasons.keySet().stream()
        .flatMap(reading -> exposureUsd(of(reading)).stream())
        .max(Double::compare);
  }

  /**
   * Where the clause objects to nothing else, what it makes of all together. Where it does for
   * other reasons, what it makes of these alone, and no more than of all.
   */
  private Optional<Double> exposureUsd(List<ViolationRow> rows) {
    return rows.stream()
        .findFirst()
        .flatMap(ViolationRow::clauseUsd)
        .map(all -> isWhole ? all : Math.min(all, ofThese(rows)));
  }

  /** A day or a lump sum is due once, however many placements there are. */
  private static double ofThese(List<ViolationRow> rows) {
    ToDoubleFunction<ViolationRow> usd = row -> row.exposureUsd().orElse(0.0);
    return switch (rows.get(0).remedy().orElseThrow().per()) {
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
