package situs.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import situs.experiment.ViolationRow;

/**
 * What one clause has against one placement, the routes to it put together.
 *
 * @param byReading the violations under each reading that objects
 */
record Objection(
    String placement, String contract, String clause, Map<String, List<ViolationRow>> byReading) {

  private record Key(String placement, String contract, String clause) {}

  /** Groups the violations of one strategy, by placement in order of first appearance. */
  static List<Objection> group(List<ViolationRow> rows) {
    Map<String, Map<Key, Objection>> byPlacement = new LinkedHashMap<>();
    for (ViolationRow row : rows) {
      byPlacement
          .computeIfAbsent(row.placement(), placement -> new LinkedHashMap<>())
          .computeIfAbsent(
              new Key(row.placement(), row.contract(), row.clause()),
              k -> new Objection(k.placement(), k.contract(), k.clause(), new LinkedHashMap<>()))
          .byReading()
          .computeIfAbsent(row.reading(), reading -> new ArrayList<>())
          .add(row);
    }
    return byPlacement.values().stream().flatMap(m -> m.values().stream()).toList();
  }

  /** Requests concerned, under the reading that concerns most. */
  double requests() {
    return most(ViolationRow::requests);
  }

  /** Exposure in dollars, under the reading that makes it most; empty without a remedy. */
  Optional<Double> exposureUsd() {
    boolean known =
        byReading.values().stream()
            .anyMatch(rows -> rows.stream().anyMatch(r -> r.exposureUsd().isPresent()));
    return known ? Optional.of(most(r -> r.exposureUsd().orElse(0.0))) : Optional.empty();
  }

  private double most(ToDoubleFunction<ViolationRow> amount) {
    return byReading.values().stream()
        .mapToDouble(rows -> rows.stream().mapToDouble(amount).sum())
        .max()
        .orElse(0);
  }

  /** The reason of the first violation under each reading; readings that agree share one. */
  Map<String, List<String>> readingsByReason() {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    byReading.forEach(
        (reading, rows) ->
            reasons
                .computeIfAbsent(rows.get(0).reason(), reason -> new ArrayList<>())
                .add(reading));
    return reasons;
  }
}
