package situs.experiment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.bill.BillLine;
import situs.model.Money;
import situs.model.Provenance;
import situs.model.RegionId;
import situs.model.Scenario;

/**
 * A line of the bill of the measured window, mean over the replications of a strategy.
 *
 * @param from start of the measured window, included
 * @param until its end, excluded
 * @param quantity rounded half-even to {@value #DECIMALS} decimals where the mean is not exact
 * @param cost likewise
 */
public record CostRow(
    String strategy,
    int replications,
    Instant from,
    Instant until,
    Line line,
    BigDecimal quantity,
    Money cost) {
  private static final int DECIMALS = 12;

  /** A line without its amounts: what makes two lines of different replications the same. */
  public record Line(
      String workload,
      Optional<String> placement,
      String provider,
      Optional<RegionId> region,
      String category,
      String description,
      String sku,
      String purchase,
      String unit,
      Money unitPrice,
      Provenance provenance) {
    static Line of(BillLine line) {
      return new Line(
          line.workload(),
          line.placement(),
          line.provider(),
          line.region(),
          line.category(),
          line.description(),
          line.sku(),
          line.purchase(),
          line.unit(),
          line.unitPrice(),
          line.provenance());
    }
  }

  /** By strategy, in the order of the bills. */
  public static List<CostRow> of(Experiment experiment) {
    return experiment.results().stream()
        .flatMap(r -> of(experiment.scenario(), r).stream())
        .toList();
  }

  private static List<CostRow> of(Scenario scenario, StrategyResult result) {
    Map<Line, List<BillLine>> same = new LinkedHashMap<>();
    for (Run run : result.runs()) {
      for (BillLine line : run.bill().lines()) {
        same.computeIfAbsent(Line.of(line), key -> new ArrayList<>()).add(line);
      }
    }
    List<CostRow> rows = new ArrayList<>();
    int runs = result.runs().size();
    same.forEach(
        (line, group) ->
            rows.add(
                new CostRow(
                    result.strategy(),
                    runs,
                    scenario.starts(),
                    scenario.starts().plus(scenario.duration()),
                    line,
                    mean(group.stream().map(BillLine::quantity).toList(), runs),
                    new Money(mean(group.stream().map(l -> l.cost().usd()).toList(), runs)))));
    return rows;
  }

  private static BigDecimal mean(List<BigDecimal> values, int runs) {
    BigDecimal total = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return total.divide(BigDecimal.valueOf(runs), DECIMALS, RoundingMode.HALF_EVEN);
  }
}
