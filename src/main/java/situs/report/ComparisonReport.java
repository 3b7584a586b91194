package situs.report;

import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import situs.experiment.Comparison;
import situs.experiment.ComparisonRow;
import situs.experiment.Criterion;
import situs.experiment.Outcome;
import situs.stats.Paired;

/** What {@code situs compare} prints: the verdicts at a glance, and a ranking by each criterion. */
public final class ComparisonReport {
  private static final String NONE = "-";

  /** Beyond, hardly anything varies. */
  private static final double LARGEST_EFFECT = 1000;

  private ComparisonReport() {}

  public static String of(Comparison comparison, Style style) {
    Map<Criterion, List<ComparisonRow>> byCriterion =
        comparison.rows().stream()
            .collect(
                Collectors.groupingBy(
                    ComparisonRow::criterion, LinkedHashMap::new, Collectors.toList()));
    StringBuilder out = new StringBuilder(head(comparison, style));
    out.append('\n').append(ComparisonGlance.of(comparison));
    return out.append(
            comparison.experiment().results().size() == 1
                ? alone(byCriterion)
                : compared(comparison, byCriterion, style))
        .toString();
  }

  /** Of one strategy there are values, which vary from replication to replication. */
  private static String alone(Map<Criterion, List<ComparisonRow>> byCriterion) {
    List<String> values = new ArrayList<>();
    byCriterion.forEach(
        (criterion, rows) -> values.add(criterion.words() + " " + mean(rows.get(0))));
    return "\n"
        + Wrapped.text("There is nothing to compare it with: " + String.join(", ", values), "");
  }

  private static String compared(
      Comparison comparison, Map<Criterion, List<ComparisonRow>> byCriterion, Style style) {
    StringBuilder out = new StringBuilder();
    if (byCriterion.size() > 1) {
      out.append('\n').append(ComparisonOverview.of(comparison, byCriterion));
    }
    List<String> same = new ArrayList<>();
    byCriterion.forEach(
        (criterion, rows) -> {
          if (allTheSame(rows)) {
            same.add(words(criterion, rows) + " " + value(rows));
          } else {
            out.append('\n').append(style.heading(words(criterion, rows)));
            out.append(", ").append(criterion.better().word()).append(" is better\n");
            out.append(ranking(rows));
          }
        });
    if (!same.isEmpty()) {
      out.append('\n');
      out.append(Wrapped.text("The same in every replication: " + String.join(", ", same), ""));
    }
    return out.append('\n').append(Wrapped.text(legend(), "")).toString();
  }

  private static String head(Comparison comparison, Style style) {
    int replications = comparison.experiment().scenario().replications();
    return style.heading(comparison.experiment().scenario().name())
        + ": "
        + (replications == 1 ? "1 replication" : replications + " replications")
        + " on the same random streams, against "
        + comparison.baseline()
        + "\n";
  }

  /** {@code exposure_usd (assumed)}: what a figure rests on stands beside it. */
  static String words(Criterion criterion, List<ComparisonRow> rows) {
    String bases =
        rows.stream()
            .flatMap(row -> row.bases().stream())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return bases.isEmpty() ? criterion.words() : criterion.words() + " (" + bases + ")";
  }

  private static boolean allTheSame(List<ComparisonRow> rows) {
    return rows.stream()
        .filter(r -> r.mean().isPresent())
        .allMatch(r -> r.outcome() == Outcome.SAME || r.outcome() == Outcome.BASELINE);
  }

  private static String value(List<ComparisonRow> rows) {
    return rows.stream()
        .flatMap(r -> r.mean().stream())
        .findFirst()
        .map(m -> Readable.figure(m.mean()))
        .orElse(NONE);
  }

  private static String ranking(List<ComparisonRow> rows) {
    List<ComparisonRow> ranked =
        rows.stream()
            .sorted(Comparator.comparingInt(r -> r.rank().orElse(Integer.MAX_VALUE)))
            .toList();
    List<ColumnData<ComparisonRow>> columns = new ArrayList<>();
    columns.add(left("strategy", ComparisonRow::strategy));
    columns.add(right("mean", ComparisonReport::mean));
    columns.add(right("difference", r -> r.difference().map(ComparisonReport::words).orElse(NONE)));
    columns.add(right("relative", r -> r.relative().map(Readable::change).orElse(NONE)));
    columns.add(right("p", ComparisonReport::p));
    columns.add(
        right(
            "effect",
            r ->
                r.difference().flatMap(Paired::effect).map(ComparisonReport::effect).orElse(NONE)));
    columns.add(
        right(
            "saved",
            r ->
                r.difference().flatMap(Paired::varianceSaved).map(Readable::percent).orElse(NONE)));
    columns.add(left("verdict", r -> r.outcome().word()));
    columns.add(left("group", ComparisonRow::group));
    return TextTable.of(ranked, columns);
  }

  private static String mean(ComparisonRow row) {
    return row.mean().map(m -> Readable.figure(m)).orElse(NONE);
  }

  private static String words(Paired difference) {
    return (difference.difference().mean() > 0 ? "+" : "")
        + Readable.figure(difference.difference());
  }

  private static String effect(double effect) {
    if (Math.abs(effect) > LARGEST_EFFECT) {
      return effect > 0 ? "> 1,000" : "< -1,000";
    }
    return Readable.decimals(effect, Math.abs(effect) < 100 ? 2 : 0);
  }

  private static String p(ComparisonRow row) {
    if (row.difference().map(Paired::exact).orElse(false)) {
      return "exact";
    }
    return row.p().map(p -> p < 0.0001 ? "< 0.0001" : Readable.decimals(p, 4)).orElse(NONE);
  }

  private static String legend() {
    return "better, worse: beyond chance; same: in every replication; -: no difference shown; ?: not"
        + " known. p: paired t tests with Holm's correction over all of them; exact: the difference is the"
        + " same in every replication. effect: mean difference in its own standard deviations."
        + " saved: part of the difference's variance that the common random streams took away."
        + " Strategies that share a letter cannot be told apart (all pairs, Holm, 5 %). A"
        + " difference of a latency below 1 % is not shown: its quantiles come from sketches.";
  }

  private static ColumnData<ComparisonRow> left(
      String header, Function<ComparisonRow, String> value) {
    return column(header, HorizontalAlign.LEFT, value);
  }

  private static ColumnData<ComparisonRow> right(
      String header, Function<ComparisonRow, String> value) {
    return column(header, HorizontalAlign.RIGHT, value);
  }

  private static ColumnData<ComparisonRow> column(
      String header, HorizontalAlign align, Function<ComparisonRow, String> value) {
    return new Column().header(header).headerAlign(align).dataAlign(align).with(value);
  }
}
