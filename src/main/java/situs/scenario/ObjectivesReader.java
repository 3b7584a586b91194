package situs.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import situs.document.Issues;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Node;
import situs.document.Scalars;
import situs.document.Units;
import situs.model.Metric;
import situs.model.Objective;

/** The {@code objective:} block: {@code ttft-p95: 1.5 s}. */
final class ObjectivesReader {
  private static final Pattern KEY = Pattern.compile("([a-z]+)-p([0-9]{1,2}(?:\\.[0-9]+)?)");
  static final Set<Metric> OF_SESSIONS = Set.of(Metric.STEP, Metric.TURN);

  private final Issues issues;

  ObjectivesReader(Issues issues) {
    this.issues = issues;
  }

  /** The objectives of a workload; {@code without} names the metrics that it does not have. */
  List<Objective> read(MapReader workload, Set<Metric> without) {
    List<String> metrics =
        Arrays.stream(Metric.values()).filter(m -> !without.contains(m)).map(Metric::word).toList();
    List<Objective> objectives = new ArrayList<>();
    workload
        .mapping("objective")
        .ifPresent(
            block ->
                block.entries().forEach(e -> objective(e, metrics).ifPresent(objectives::add)));
    return objectives;
  }

  private Optional<Objective> objective(Node.Entry entry, List<String> metrics) {
    Matcher key = KEY.matcher(entry.key());
    boolean known = key.matches() && metrics.contains(key.group(1));
    if (!known) {
      String word = entry.key().replaceAll("-p?[0-9.]*$", "");
      issues.add(
          entry.at(),
          "unknown objective '"
              + entry.key()
              + "'; write a metric and a percentile such as 'ttft-p95'"
              + (metrics.contains(word) ? "" : Names.hint(word, metrics)));
      return Optional.empty();
    }
    double quantile = new BigDecimal(key.group(2)).movePointLeft(2).doubleValue();
    Metric metric = Metric.valueOf(key.group(1).toUpperCase(java.util.Locale.ROOT));
    return new Scalars(issues)
        .decimal(entry.value(), "'" + entry.key() + "'", Units.TIME)
        .map(limit -> new Objective(metric, quantile, limit.doubleValue()));
  }
}
