package situs.report;

import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import situs.experiment.Comparison;
import situs.experiment.ComparisonRow;
import situs.experiment.Criterion;
import situs.experiment.Outcome;

/** The verdicts at one glance: a line a criterion, a column a strategy. */
final class ComparisonOverview {
  private static final Map<Outcome, String> WORDS =
      Map.of(
          Outcome.BETTER, "better",
          Outcome.WORSE, "worse",
          Outcome.SAME, "same",
          Outcome.NOT_SHOWN, "-",
          Outcome.UNKNOWN, "?",
          Outcome.BASELINE, "");

  private ComparisonOverview() {}

  static String of(Comparison comparison, Map<Criterion, List<ComparisonRow>> byCriterion) {
    List<String> strategies =
        comparison.experiment().results().stream().map(r -> r.strategy()).toList();
    List<ColumnData<Criterion>> columns = new ArrayList<>();
    columns.add(
        column(
            "against " + comparison.baseline(),
            c -> ComparisonReport.words(c, byCriterion.get(c))));
    for (int s = 0; s < strategies.size(); s++) {
      int strategy = s;
      if (!strategies.get(s).equals(comparison.baseline())) {
        columns.add(
            column(strategies.get(s), c -> WORDS.get(byCriterion.get(c).get(strategy).outcome())));
      }
    }
    return TextTable.of(List.copyOf(byCriterion.keySet()), columns);
  }

  private static ColumnData<Criterion> column(
      String header, java.util.function.Function<Criterion, String> value) {
    return new Column()
        .header(header)
        .headerAlign(HorizontalAlign.LEFT)
        .dataAlign(HorizontalAlign.LEFT)
        .with(value);
  }
}
