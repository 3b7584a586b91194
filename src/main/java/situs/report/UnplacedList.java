package situs.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import situs.experiment.Experiment;
import situs.experiment.UnplacedRow;
import situs.model.Unplaced;

/** What could not be placed, and why; strategies that agree share a line. */
final class UnplacedList {
  private UnplacedList() {}

  static String of(Experiment experiment, Style style) {
    Map<Unplaced, List<String>> strategies = new LinkedHashMap<>();
    for (UnplacedRow row : UnplacedRow.of(experiment)) {
      strategies.computeIfAbsent(row.unplaced(), u -> new ArrayList<>()).add(row.strategy());
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
