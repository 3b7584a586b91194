package situs.report;

import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import situs.audit.Standing;
import situs.experiment.Comparison;
import situs.experiment.ComparisonRow;
import situs.experiment.Criterion;
import situs.experiment.StrategyResult;
import situs.experiment.Summary;

/** One line a strategy: cost and latency with intervals and letters, service, and standing. */
public final class ComparisonGlance {
  private static final String NONE = "-";

  /** Beyond, a line is longer than a page. */
  private static final int MOST_LATENCIES = 4;

  private ComparisonGlance() {}

  /** A strategy with what is shown of it. */
  private record Line(Summary summary, Map<Criterion, ComparisonRow> rows) {}

  /** Strategies that share a letter in a column cannot be told apart there. */
  public static String of(Comparison comparison) {
    List<Line> lines =
        comparison.experiment().results().stream().map(r -> line(comparison, r)).toList();
    List<ColumnData<Line>> columns = new ArrayList<>();
    columns.add(column("strategy", HorizontalAlign.LEFT, l -> l.summary().strategy()));
    for (Criterion criterion : shown(comparison)) {
      columns.add(
          column(criterion.words(), HorizontalAlign.RIGHT, l -> cell(l.rows().get(criterion))));
    }
    columns.add(column("served", HorizontalAlign.RIGHT, ComparisonGlance::served));
    for (String reading : readings(lines)) {
      columns.add(
          column(
              reading,
              HorizontalAlign.LEFT,
              l -> word(Optional.ofNullable(l.summary().byReading().get(reading)))));
    }
    columns.add(column("standing", HorizontalAlign.LEFT, l -> word(l.summary().standing())));
    return TextTable.of(lines, columns);
  }

  private static Line line(Comparison comparison, StrategyResult result) {
    return new Line(
        Summary.of(comparison.experiment(), result),
        comparison.rows().stream()
            .filter(r -> r.strategy().equals(result.strategy()))
            .collect(
                Collectors.toMap(
                    ComparisonRow::criterion, r -> r, (a, b) -> a, LinkedHashMap::new)));
  }

  /** The cost, and the latencies unless they are too many. */
  private static List<Criterion> shown(Comparison comparison) {
    List<Criterion> all =
        comparison.rows().stream().map(ComparisonRow::criterion).distinct().toList();
    List<Criterion> latencies = all.stream().filter(c -> c.name().endsWith("_p95_s")).toList();
    List<Criterion> shown =
        new ArrayList<>(all.stream().filter(c -> c.name().equals("cost_usd_per_day")).toList());
    if (latencies.size() <= MOST_LATENCIES) {
      shown.addAll(latencies);
    }
    return shown;
  }

  private static String cell(ComparisonRow row) {
    return row.mean().map(m -> (Readable.figure(m) + " " + row.group()).strip()).orElse(NONE);
  }

  private static String served(Line line) {
    return line.summary().totals().servedShare().map(Readable::percent).orElse(NONE);
  }

  private static Set<String> readings(List<Line> lines) {
    Set<String> readings = new LinkedHashSet<>();
    lines.forEach(line -> readings.addAll(line.summary().byReading().keySet()));
    return readings;
  }

  private static String word(Optional<Standing> standing) {
    return standing.map(Standing::word).orElse(NONE);
  }

  private static ColumnData<Line> column(
      String header, HorizontalAlign align, Function<Line, String> value) {
    return new Column().header(header).headerAlign(align).dataAlign(align).with(value);
  }
}
