package situs.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.audit.Obligation;
import situs.contract.Total;
import situs.experiment.ObligationRow;

/**
 * How far clauses that measure and are kept are from a breach: of all periods, readings and
 * replications the one that came closest.
 */
final class DistanceList {
  private DistanceList() {}

  private record Key(String strategy, String contract, String clause) {
    static Key of(ObligationRow row) {
      return new Key(row.strategy(), row.obligation().contract(), row.obligation().clause());
    }
  }

  static String of(List<ObligationRow> rows, Style style) {
    Map<Key, Obligation> closest = new LinkedHashMap<>();
    for (ObligationRow row : rows) {
      if (row.obligation().total().gap().isPresent()) {
        closest.merge(
            Key.of(row), row.obligation(), (a, b) -> gap(a).compareTo(gap(b)) <= 0 ? a : b);
      }
    }
    // What is broken is told among the objections.
    closest.values().removeIf(o -> gap(o).signum() < 0);
    if (closest.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder("\n" + style.heading("Distance to breach") + "\n");
    String above = "";
    for (Map.Entry<Key, Obligation> entry : closest.entrySet()) {
      String strategy = entry.getKey().strategy();
      out.append(strategy.equals(above) ? "" : strategy + "\n");
      above = strategy;
      out.append(Wrapped.text(entry.getKey().contract() + ", " + entry.getKey().clause(), "    "));
      out.append(Wrapped.text(words(entry.getValue()), "      "));
    }
    return out.toString();
  }

  private static BigDecimal gap(Obligation obligation) {
    return obligation.total().gap().orElseThrow();
  }

  private static String words(Obligation obligation) {
    Total total = obligation.total();
    return "%s: %s%s, limit %s; %s"
            .formatted(
                obligation.reading(),
                total.what(),
                figure(total.value()),
                figure(total.limit()).strip(),
                total
                    .more()
                    .map(m -> "broken by more than %s that count against it".formatted(shown(m)))
                    .orElseGet(
                        () -> (shown(gap(obligation)) + " " + total.unit()).strip() + " away"))
        + covered(total);
  }

  private static String covered(Total total) {
    return total
        .covered()
        .filter(share -> share.compareTo(BigDecimal.ONE) < 0)
        .map(s -> "; " + Readable.percent(s.doubleValue()) + " of the period was measured")
        .orElse("");
  }

  private static String figure(Optional<BigDecimal> value) {
    return value.map(v -> " " + shown(v)).orElse("");
  }

  private static String shown(BigDecimal value) {
    return Readable.figure(value.doubleValue());
  }
}
