package situs.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import situs.experiment.Experiment;
import situs.experiment.StrategyResult;
import situs.model.Placement;
import situs.model.Unplaced;

/** What could not be placed, and why; strategies that agree share a line. */
public final class UnplacedList {
  private UnplacedList() {}

  static String of(Experiment experiment, Style style) {
    return of(experiment.results().stream().map(StrategyResult::placement).toList(), style);
  }

  /** Empty text where every placement has all. */
  public static String of(List<Placement> placements, Style style) {
    Map<Unplaced, List<String>> strategies = new LinkedHashMap<>();
    for (Placement placement : placements) {
      for (Unplaced unplaced : placement.unplaced()) {
        strategies.computeIfAbsent(unplaced, u -> new ArrayList<>()).add(placement.strategy());
      }
    }
    if (strategies.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder("\n" + style.heading("Without a place") + "\n");
    strategies.forEach(
        (unplaced, names) -> {
          String what =
              unplaced.component() + ", " + Readable.percent(unplaced.share()) + " of its peak";
          out.append(String.join(", ", names)).append('\n');
          out.append(Wrapped.text(what + ": " + unplaced.reason(), "  "));
        });
    return out.toString();
  }
}
