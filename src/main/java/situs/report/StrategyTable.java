package situs.report;

import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.Styler;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import situs.audit.Standing;
import situs.experiment.Cells;
import situs.experiment.Experiment;
import situs.experiment.StrategyResult;
import situs.experiment.Summary;
import situs.model.Metric;

/** One line a strategy: cost, latency, service, and where it stands under each reading. */
final class StrategyTable {
  private static final double Q = 0.95;
  private static final String NONE = "-";

  private static final Map<Standing, String> VERDICTS =
      Map.of(
          Standing.COMPLIANT, "ok",
          Standing.CONTESTED, "unclear",
          Standing.BREACH, "objects");

  private StrategyTable() {}

  /** Colours the words for standings and verdicts, after the layout is done. */
  private record Colours(Style style) implements Styler {
    @Override
    public List<String> styleCell(Column column, int row, int col, List<String> data) {
      return data.stream().map(this::coloured).toList();
    }

    private String coloured(String cell) {
      for (Standing standing : Standing.values()) {
        for (String word : List.of(standing.word(), VERDICTS.get(standing))) {
          if (cell.strip().equals(word)) {
            return cell.replace(word, style.of(standing, word));
          }
        }
      }
      return cell;
    }
  }

  /** A strategy with what is shown of it. */
  private record Line(Summary summary, String cost, String ttft, String call, String turn) {}

  static String of(Experiment experiment, Style style) {
    List<Line> lines =
        experiment.results().stream().map(result -> line(experiment, result)).toList();
    List<ColumnData<Line>> columns = new ArrayList<>();
    columns.add(column("strategy", HorizontalAlign.LEFT, l -> l.summary().strategy()));
    columns.add(column("USD/day", HorizontalAlign.RIGHT, Line::cost));
    columns.add(column("ttft p95", HorizontalAlign.RIGHT, Line::ttft));
    columns.add(column("call p95", HorizontalAlign.RIGHT, Line::call));
    columns.add(column("turn p95", HorizontalAlign.RIGHT, Line::turn));
    columns.add(
        column("served", HorizontalAlign.RIGHT, l -> share(l.summary().totals().servedShare())));
    columns.add(column("met", HorizontalAlign.RIGHT, l -> share(l.summary().objectivesMetShare())));
    for (String reading : readings(lines)) {
      columns.add(
          column(
              reading,
              HorizontalAlign.LEFT,
              l -> verdict(Optional.ofNullable(l.summary().byReading().get(reading)))));
    }
    columns.add(column("standing", HorizontalAlign.LEFT, l -> word(l.summary().standing())));
    return TextTable.of(lines, columns, new Colours(style));
  }

  private static Line line(Experiment experiment, StrategyResult result) {
    Summary summary = Summary.of(experiment, result);
    String costMark = Marks.cost(result) ? Marks.MARK : "";
    String mark = Marks.latency(experiment, result) ? Marks.MARK : "";
    return new Line(
        summary,
        summary.costPerDay().map(c -> Readable.usd(c) + costMark).orElse(NONE),
        p95(experiment, result, "model", Metric.TTFT, mark),
        p95(experiment, result, "model", Metric.CALL, mark),
        p95(experiment, result, "frontier", Metric.TURN, mark));
  }

  /** Over all workloads of a kind. */
  private static String p95(
      Experiment experiment, StrategyResult result, String kind, Metric metric, String mark) {
    return Cells.quantile(experiment.scenario(), result, kind, metric, Q)
        .map(seconds -> Readable.seconds(seconds) + mark)
        .orElse(NONE);
  }

  private static Set<String> readings(List<Line> lines) {
    Set<String> readings = new LinkedHashSet<>();
    lines.forEach(line -> readings.addAll(line.summary().byReading().keySet()));
    return readings;
  }

  private static String share(Optional<Double> share) {
    return share.map(Readable::percent).orElse(NONE);
  }

  /** What one reading alone says. */
  private static String verdict(Optional<Standing> standing) {
    return standing.map(VERDICTS::get).orElse(NONE);
  }

  private static String word(Optional<Standing> standing) {
    return standing.map(Standing::word).orElse(NONE);
  }

  private static ColumnData<Line> column(
      String header, HorizontalAlign align, Function<Line, String> value) {
    return new Column().header(header).headerAlign(align).dataAlign(align).with(value);
  }
}
