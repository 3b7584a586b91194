package situs.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import situs.experiment.Comparison;
import situs.experiment.CostRow;
import situs.experiment.Experiment;
import situs.experiment.ExposureRow;
import situs.experiment.LatencyRow;
import situs.experiment.ObligationRow;
import situs.experiment.OverloadRow;
import situs.experiment.PlacementRow;
import situs.experiment.RouteRow;
import situs.experiment.RunRow;
import situs.experiment.Summary;
import situs.experiment.UnplacedRow;
import situs.experiment.UnsettledRow;
import situs.experiment.ViolationRow;

/** The tables of a result folder. A new table is a class and a line in both lists. */
public final class ResultTables {
  private ResultTables() {}

  /** Every table, for the documentation. */
  public static List<Table<?>> all() {
    return List.of(
        SummaryTable.TABLE,
        LatencyTable.TABLE,
        PlacementTable.TABLE,
        RouteTable.TABLE,
        ViolationTable.TABLE,
        CostTable.TABLE,
        RunTable.TABLE,
        UnplacedTable.TABLE,
        UnsettledTable.TABLE,
        OverloadTable.TABLE,
        ComparisonTable.TABLE,
        ExposureTable.TABLE,
        ObligationTable.TABLE);
  }

  /** Every table, filled. */
  public static List<Sheet<?>> of(Comparison comparison) {
    Experiment experiment = comparison.experiment();
    return List.of(
        summary(experiment),
        LatencyTable.TABLE.with(LatencyRow.of(experiment)),
        PlacementTable.TABLE.with(PlacementRow.of(experiment)),
        RouteTable.TABLE.with(RouteRow.of(experiment)),
        ViolationTable.TABLE.with(ViolationRow.of(experiment)),
        CostTable.TABLE.with(CostRow.of(experiment)),
        RunTable.TABLE.with(RunRow.of(experiment)),
        UnplacedTable.TABLE.with(UnplacedRow.of(experiment)),
        UnsettledTable.TABLE.with(UnsettledRow.of(experiment)),
        OverloadTable.TABLE.with(OverloadRow.of(experiment)),
        ComparisonTable.TABLE.with(comparison.rows()),
        ExposureTable.TABLE.with(ExposureRow.of(experiment)),
        ObligationTable.TABLE.with(ObligationRow.of(experiment)));
  }

  /** The names of the columns of {@code summary.csv}. */
  public static Map<String, Content> summaryColumns() {
    Map<String, Content> columns = new LinkedHashMap<>();
    SummaryTable.TABLE.columns().forEach(c -> columns.put(c.name(), c.content()));
    return columns;
  }

  /** {@code summary.csv}. */
  private static Sheet<Summary> summary(Experiment experiment) {
    return SummaryTable.TABLE.with(Summary.of(experiment));
  }

  /**
   * {@code summary.csv}; of several experiments one below the other, behind the scenario's name.
   */
  public static Sheet<?> summary(List<Experiment> experiments) {
    return experiments.size() == 1 ? summary(experiments.get(0)) : SweepTable.summary(experiments);
  }

  /** {@code comparison.csv}; of several experiments likewise. */
  public static Sheet<?> comparison(List<Comparison> comparisons) {
    return comparisons.size() == 1
        ? ComparisonTable.TABLE.with(comparisons.get(0).rows())
        : SweepTable.comparison(comparisons);
  }
}
