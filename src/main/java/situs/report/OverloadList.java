package situs.report;

import java.util.List;
import java.util.Locale;
import situs.experiment.Experiment;
import situs.experiment.OverloadRow;

/** Pools that more was asked of than they could do, with what would do. */
final class OverloadList {
  private OverloadList() {}

  static String of(Experiment experiment, Style style) {
    List<OverloadRow> rows = OverloadRow.of(experiment);
    if (rows.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder("\n" + style.heading("Overloaded") + "\n");
    for (OverloadRow row : rows) {
      out.append(row.strategy()).append("  ").append(row.placed().id()).append('\n');
      out.append(Wrapped.text(words(row), "    "));
    }
    return out.toString();
  }

  private static String words(OverloadRow row) {
    if (row.placed().managed().isPresent()) {
      return String.format(
          Locale.ROOT,
          "%.3g/s wanted it, %.3g/s were completed: %s turned away by its rate limits, %,.0f waiting"
              + " in the mean",
          row.offeredPerS(),
          row.completedPerS(),
          Readable.percent(row.turnedAwayShare()),
          row.meanWaiting());
    }
    return String.format(
        Locale.ROOT,
        "%.3g/s wanted it, %s completed %.3g/s: %s turned away, %,.0f waiting in the mean%s",
        row.offeredPerS(),
        replicas(row),
        row.completedPerS(),
        Readable.percent(row.turnedAwayShare()),
        row.meanWaiting(),
        row.wouldDo().map(w -> "; " + w + " replicas would do at the least").orElse(""));
  }

  private static String replicas(OverloadRow row) {
    if (row.wouldDo().isEmpty()) {
      return String.format(
          Locale.ROOT, "%.1f replicas in the mean of %d", row.meanReplicas(), row.replicas());
    }
    return row.replicas() == 1 ? "1 replica" : row.replicas() + " replicas";
  }
}
